using System.Globalization;

namespace MathSymbols.Notebooks.Running;

/// <summary>
/// A limit for the child's managed heap, which the runtime itself keeps on every platform. Where /proc tells how much all of it takes, that decides,
/// and this is the wall behind it for what fills memory between two looks.
/// </summary>
internal static class MemoryLimit
{
    private const double Behind = 1.25;

    /// <summary>What a child must not hand on to the processes that its cells start.</summary>
    internal static IReadOnlyList<string> Variables { get; } = ["DOTNET_GCHeapHardLimit"];

    internal static void Set(IDictionary<string, string?> environment, long bytes)
    {
        var limit = (long)(bytes * (PrivateMemory.IsKnown ? Behind : 1));
        foreach (var name in Variables) environment[name] = "0x" + limit.ToString("X", CultureInfo.InvariantCulture);
    }
}
