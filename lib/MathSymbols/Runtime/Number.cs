using System.Collections.Concurrent;
using TorchSharp;

namespace MathSymbols.Runtime;

/// <summary>
/// Numbers as torch takes them, kept for good. A plain number in an operation becomes a <see cref="Scalar"/> that nothing holds while native code reads it: TorchSharp passes on its handle alone, and a collection at that moment
/// frees what is being read ("INTERNAL ASSERT FAILED at Scalar.h", after some hundred predictions).
/// </summary>
internal static class Number
{
    private static readonly ConcurrentDictionary<double, Scalar> Known = new();

    /// <summary>A number. Only for such as recur: each different one is kept.</summary>
    public static Scalar Of(double value) => Known.GetOrAdd(value, v => v.ToScalar());
}
