using MathSymbols.Notebooks.Page;
using MathSymbols.Notebooks.Progress;
using MathSymbols.Notebooks.Reports;
using MathSymbols.Notebooks.Running;
using MathSymbols.Notebooks.Tests.Support;

namespace MathSymbols.Notebooks.Tests.Browser;

/// <summary>The page of one real run of a small notebook that fails at its end.</summary>
public sealed class SmallReport : IAsyncLifetime
{
    private readonly TempFolder _folder = new();

    internal string Page { get; private set; } = "";

    public async ValueTask InitializeAsync()
    {
        var run = new NotebookRun(Path.Combine(AppContext.BaseDirectory, "Browser", "small.dib"));
        using var view = new PlainProgress(TextWriter.Null);
        await NotebookRunner.RunAsync(run, view, CancellationToken.None);
        // Nobody waits for a cell that is slow in earnest.
        run.Cells.Single(c => c.Cell.Source.Contains("Sleep", StringComparison.Ordinal)).Seconds = 754;
        KeyValuePair<string, string>[] facts = [new("Profile", "quick"), new("Data", "a folder of images"), new("Command", "mathsymbols report --notebook small --data \"a folder\"")];
        Page = _folder.Write("index.html", ReportPage.Write(new Report("A small report", DateTimeOffset.UnixEpoch, facts, [run])));
    }

    public ValueTask DisposeAsync()
    {
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }
}
