using System.Text.Json;
using MathSymbols.Notebooks.Format.Ipynb;
using MathSymbols.Notebooks.Page;

namespace MathSymbols.Notebooks.Reports;

/// <summary>Writes a report's files into one folder.</summary>
internal static class ReportFiles
{
    /// <summary>The format of one HTML page.</summary>
    internal const string Page = "html";

    /// <summary>The format of a file for each notebook, with its outputs.</summary>
    internal const string Notebooks = "ipynb";

    /// <summary>Makes the folder; a sentence when that cannot be done.</summary>
    internal static string? Prepare(string folder)
    {
        try
        {
            Directory.CreateDirectory(folder);
            return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return $"--out {folder} is not a folder that can be written to: {e.Message}";
        }
    }

    /// <summary>Writes report.json and what the formats ask for, and says where; false, with a sentence for each file that could not be written.</summary>
    internal static async Task<bool> WriteAsync(Report report, string folder, IReadOnlyList<string> formats)
    {
        List<(string Path, Func<string> Text, bool IsNamed)> files = [(Path.Combine(folder, "report.json"), () => ReportJson.Write(report), false)];
        if (formats.Contains(Notebooks)) files.AddRange(NotebookFiles(report, folder));
        if (formats.Contains(Page)) files.Add((Path.Combine(folder, "index.html"), () => ReportPage.Write(report), true));
        var all = true;
        foreach (var (path, text, isNamed) in files)
        {
            var complaint = Write(path, text);
            if (complaint is not null) await Console.Error.WriteLineAsync(complaint);
            else if (isNamed) Console.WriteLine(Path.GetFullPath(path));
            all &= complaint is null;
        }
        return all;
    }

    private static IEnumerable<(string Path, Func<string> Text, bool IsNamed)> NotebookFiles(Report report, string folder)
    {
        // What was run is not written over.
        var taken = report.Notebooks.Select(n => n.Path).ToHashSet(StringComparer.OrdinalIgnoreCase);
        // A file that could not be read has no cells to write.
        foreach (var run in report.Notebooks.Where(n => n.Cells.Count > 0))
        {
            var path = Path.GetFullPath(run.Name + IpynbFile.Extension, Path.GetFullPath(folder));
            for (var i = 2; !taken.Add(path); i++) path = Path.GetFullPath($"{run.Name}-{i}{IpynbFile.Extension}", Path.GetFullPath(folder));
            yield return (path, () => IpynbWriter.Write(RunIpynb.Of(run)), true);
        }
    }

    // What cannot be made of one file is no reason to lose the others.
    private static string? Write(string path, Func<string> text)
    {
        try
        {
            AtomicText.Write(path, text());
            return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidOperationException or JsonException or ArgumentException)
        {
            return $"{path} could not be written: {e.Message}";
        }
    }
}
