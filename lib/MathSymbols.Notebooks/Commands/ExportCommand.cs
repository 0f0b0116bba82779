using System.Globalization;
using MathSymbols.Notebooks.Format;
using MathSymbols.Notebooks.Format.Ipynb;
using MathSymbols.Notebooks.Progress;
using MathSymbols.Notebooks.Reports;

namespace MathSymbols.Notebooks.Commands;

/// <summary>Makes a report of notebooks that somebody ran and saved.</summary>
internal static class ExportCommand
{
    internal static async Task<int> RunAsync(ExportOptions options)
    {
        Report report;
        try
        {
            report = Read(options);
        }
        catch (NotebookFormatException e)
        {
            return CommandLine.Refuse(e.Message.TrimEnd('.') + ".");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return CommandLine.Refuse($"A script cannot be read: {e.Message}");
        }
        if (ReportFiles.Prepare(options.Out) is { } complaint) return CommandLine.Refuse(complaint);
        foreach (var run in report.Notebooks) Console.WriteLine($"{run.Name}: {Wording.Result(run)}");
        return await ReportFiles.WriteAsync(report, options.Out, [ReportFiles.Page]) ? 0 : 1;
    }

    private static Report Read(ExportOptions options)
    {
        if (options.Notebooks.FirstOrDefault(n => !IpynbFile.Is(n)) is { } other)
        {
            throw new NotebookFormatException($"{other} is not an .ipynb notebook, and only those have outputs", 1);
        }
        if (options.Notebooks.FirstOrDefault(n => !File.Exists(n)) is { } missing) throw new NotebookFormatException($"The notebook {missing} does not exist", 1);
        var saved = options.Notebooks.Select(p => (Path: p, Notebook: IpynbFile.Load(p))).ToList();
        var runs = saved.Select(s => SavedRun.Read(s.Path, s.Notebook)).ToList();
        var facts = new List<KeyValuePair<string, string>>(options.Facts) { new("Exported without running", string.Join(", ", options.Notebooks.Select(Saved))) };
        if (saved.Select(s => s.Notebook.KernelName).OfType<string>().Distinct().ToList() is { Count: > 0 } kernels) facts.Add(new("Kernel", string.Join(", ", kernels)));
        return new Report(Report.TitleOf(options.Title, runs), DateTimeOffset.Now, facts, runs)
        {
            Scripts = options.Scripts.DistinctBy(s => s.Key).ToDictionary(s => s.Key, s => File.ReadAllText(s.Value)),
        };
    }

    private static string Saved(string path) =>
        $"{Path.GetFileName(path)} as saved on {new DateTimeOffset(File.GetLastWriteTime(path)).ToString("d MMM yyyy, HH:mm", CultureInfo.InvariantCulture)}";
}
