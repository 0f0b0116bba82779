using System.Text;

namespace MathSymbols.Evaluation;

/// <summary>The order in which Python sorts texts. UTF-8 keeps it; .NET's ordinal order, by UTF-16 units, differs above U+FFFF.</summary>
internal static class CodePointOrder
{
    /// <summary>Compares by code points.</summary>
    public static IComparer<string> Comparer { get; } = Comparer<string>.Create((a, b) => Encoding.UTF8.GetBytes(a).AsSpan().SequenceCompareTo(Encoding.UTF8.GetBytes(b)));
}
