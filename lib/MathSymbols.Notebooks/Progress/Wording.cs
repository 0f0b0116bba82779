using System.Globalization;
using MathSymbols.Notebooks.Running;

namespace MathSymbols.Notebooks.Progress;

/// <summary>Durations, sizes and results in words.</summary>
internal static class Wording
{
    internal const string Stopping = "stopping when the running cell ends; Ctrl-C again ends it at once";

    internal static string Duration(double seconds) => seconds switch
    {
        < 0.995 => string.Create(CultureInfo.InvariantCulture, $"{Math.Max(seconds, 0) * 1000:0} ms"),
        < 59.95 => string.Create(CultureInfo.InvariantCulture, $"{seconds:0.0} s"),
        < 3599.5 => string.Create(CultureInfo.InvariantCulture, $"{Math.Floor(Math.Round(seconds) / 60):0} min {Math.Round(seconds) % 60:0} s"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{Math.Floor(Math.Round(seconds / 60) / 60):0} h {Math.Round(seconds / 60) % 60:0} min"),
    };

    internal static string Bytes(long bytes) => bytes >= 1L << 30
        ? string.Create(CultureInfo.InvariantCulture, $"{bytes / (double)(1L << 30):0.00} GiB")
        : string.Create(CultureInfo.InvariantCulture, $"{bytes / (double)(1L << 20):0} MiB");

    internal static string Count(int count, string noun) =>
        string.Create(CultureInfo.InvariantCulture, $"{count} {noun}{(count == 1 ? string.Empty : "s")}");

    /// <summary>Such as "ok: 14 cells, 12.3 s, 812 MiB private memory at the peak".</summary>
    internal static string Result(NotebookRun run)
    {
        var memory = run.PeakPrivateBytes is { } peak ? $", {Bytes(peak)} private memory at the peak" : string.Empty;
        var time = run.IsSaved ? ", exported without running" : $", {Duration(run.Seconds)}";
        return $"{Status(run.Status)}: {Count(run.Cells.Count, "cell")}{time}{memory}";
    }

    internal static string Status(NotebookStatus status) => status switch
    {
        NotebookStatus.NotRun => "not run",
        NotebookStatus.Running => "running",
        NotebookStatus.Ok => "ok",
        NotebookStatus.Failed => "failed",
        NotebookStatus.Died => "died",
        _ => "cancelled",
    };

    /// <summary>What an error says beside its place, which its own message may start with.</summary>
    internal static string Message(NotebookRun run, CellRun cell, Events.CellError error)
    {
        var place = $"{Path.GetFileName(run.Path)}, {Place(cell, error)}: ";
        return error.Message.StartsWith(place, StringComparison.Ordinal) ? error.Message[place.Length..] : error.Message;
    }

    /// <summary>Where an error is: "cell 3, line 5".</summary>
    internal static string Place(CellRun? cell, Events.CellError error)
    {
        var parts = new List<string>();
        if (cell is not null) parts.Add($"cell {cell.Number}");
        if (error.File is not null) parts.Add(error.File);
        if (error.Line is { } line) parts.Add($"line {line}");
        return string.Join(", ", parts);
    }
}
