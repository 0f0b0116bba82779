using System.Text;
using MathSymbols.Notebooks.Events;
using MathSymbols.Notebooks.Page;
using MathSymbols.Notebooks.Reports;
using MathSymbols.Notebooks.Running;
using MathSymbols.Notebooks.Tests.Support;
using MathSymbols.Tests.Browser;

namespace MathSymbols.Notebooks.Tests.Browser;

/// <summary>The page of one real run of a small notebook that fails at its end.</summary>
public sealed class SmallReport : IAsyncLifetime
{
    internal const string Command = "mathsymbols report --notebook small --data \"a folder\"";

    private readonly TempFolder _folder = new();

    internal string Page { get; private set; } = "";

    public async ValueTask InitializeAsync()
    {
        // Without a browser, every test here is skipped.
        if (!Chromium.IsThere) return;
        var run = new NotebookRun(Path.Combine(AppContext.BaseDirectory, "Browser", "small.dib"));
        using (var child = Runner.Start("kernel", run.Path))
        {
            var result = await Runner.EndAsync(child);
            foreach (var line in result.Output.Split('\n'))
            {
                if (EventLine.Read(Encoding.UTF8.GetBytes(line), true).Event is { } @event) run.Apply(@event);
            }
            Assert.True(run.Cells.Count(c => c.Status == CellStatus.Failed) == 1, result.Error);
        }
        run.Status = NotebookStatus.Failed;
        // Nobody waits for a cell that is slow in earnest.
        run.Cells.Single(c => c.Cell.Source.Contains("Sleep", StringComparison.Ordinal)).Seconds = 754;
        KeyValuePair<string, string>[] facts = [new("Profile", "quick"), new("Data", "a folder of images"), new("Command", Command)];
        Page = _folder.Write("index.html", ReportPage.Write(new Report("A small report", DateTimeOffset.UnixEpoch, facts, [run])));
    }

    public ValueTask DisposeAsync()
    {
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }
}
