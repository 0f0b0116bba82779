using System.Globalization;

namespace MathSymbols.Notebooks.Running;

/// <summary>What a parent tells its child, one word or two a line on the child's standard input.</summary>
internal static class ParentWord
{
    /// <summary>End the running cell and run no more.</summary>
    internal const string Stop = "stop";

    private const string CancelStart = "cancel ";

    /// <summary>End the cell of that number, if it still runs.</summary>
    internal static string Cancel(int cell) => string.Create(CultureInfo.InvariantCulture, $"{CancelStart}{cell}");

    /// <summary>The cell that a word cancels; null where it is another word.</summary>
    internal static int? Cancelled(string word) =>
        word.StartsWith(CancelStart, StringComparison.Ordinal) && int.TryParse(word.AsSpan(CancelStart.Length), CultureInfo.InvariantCulture, out var cell) ? cell : null;
}
