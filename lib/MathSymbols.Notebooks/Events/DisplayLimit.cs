using System.Globalization;

namespace MathSymbols.Notebooks.Events;

/// <summary>How much of what a notebook shows goes into a report, so that a mistake in a loop takes neither memory nor the page with it.</summary>
internal static class DisplayLimit
{
    /// <summary>The most characters of one output, all its representations together.</summary>
    internal const int One = 32 << 20;

    /// <summary>The most characters of all outputs of a notebook.</summary>
    internal const int Notebook = 64 << 20;

    internal static long Size(IReadOnlyDictionary<string, string> data) => data.Values.Sum(v => (long)(v?.Length ?? 0));

    /// <summary>What stands in the place of an output that is too much.</summary>
    internal static IReadOnlyDictionary<string, string> Note(long size) => new Dictionary<string, string>
    {
        ["text/plain"] = string.Create(
            CultureInfo.InvariantCulture,
            $"… An output of {size:#,0} characters is left out here: a report takes at most {One:#,0} of one output, and {Notebook:#,0} of all outputs of a notebook."),
    };
}
