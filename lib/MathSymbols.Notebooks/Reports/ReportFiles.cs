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

    /// <summary>Writes report.json and what the formats ask for, and says where; false, with a sentence, when that fails.</summary>
    internal static async Task<bool> WriteAsync(Report report, string folder, IReadOnlyList<string> formats)
    {
        try
        {
            AtomicText.Write(Path.Combine(folder, "report.json"), ReportJson.Write(report));
            if (formats.Contains(Notebooks)) WriteNotebooks(report, folder);
            if (formats.Contains(Page)) Write(Path.Combine(folder, "index.html"), ReportPage.Write(report));
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            await Console.Error.WriteLineAsync($"The report could not be written to {folder}: {e.Message}");
            return false;
        }
    }

    private static void WriteNotebooks(Report report, string folder)
    {
        // What was run is not written over.
        var taken = report.Notebooks.Select(n => n.Path).ToHashSet(StringComparer.OrdinalIgnoreCase);
        // A file that could not be read has no cells to write.
        foreach (var run in report.Notebooks.Where(n => n.Cells.Count > 0))
        {
            var path = Path.GetFullPath(run.Name + IpynbFile.Extension, Path.GetFullPath(folder));
            for (var i = 2; !taken.Add(path); i++) path = Path.GetFullPath($"{run.Name}-{i}{IpynbFile.Extension}", Path.GetFullPath(folder));
            Write(path, IpynbWriter.Write(RunIpynb.Of(run)));
        }
    }

    private static void Write(string path, string text)
    {
        AtomicText.Write(path, text);
        Console.WriteLine(Path.GetFullPath(path));
    }
}
