using System.Diagnostics;
using MathSymbols.Notebooks.Running;
using Spectre.Console;

namespace MathSymbols.Notebooks.Progress;

/// <summary>A line per notebook that moves while it runs.</summary>
internal sealed class LiveProgress : IProgressView
{
    private static readonly TimeSpan Beat = TimeSpan.FromMilliseconds(150);

    private readonly IAnsiConsole _console;
    private readonly IReadOnlyList<NotebookRun> _runs;
    private readonly TaskCompletionSource _done = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Task _drawing;
    private volatile bool _stopping;
    private Stopwatch _clock = Stopwatch.StartNew();

    internal LiveProgress(IAnsiConsole console, IReadOnlyList<NotebookRun> runs)
    {
        _console = console;
        _runs = runs;
        _drawing = console.Live(Draw()).StartAsync(async context =>
        {
            while (!_done.Task.IsCompleted)
            {
                context.UpdateTarget(Draw());
                await Task.WhenAny(_done.Task, Task.Delay(Beat));
            }
            context.UpdateTarget(Draw());
        });
    }

    public void Started(NotebookRun run) => _clock = Stopwatch.StartNew();

    public void Moved(NotebookRun run)
    {
        // The next beat draws it.
    }

    public void Stopping(NotebookRun run) => _stopping = true;

    public void Finished(NotebookRun run)
    {
        // The next beat draws it.
    }

    public void Dispose()
    {
        _done.TrySetResult();
        _drawing.GetAwaiter().GetResult();
        foreach (var run in _runs)
        {
            if (run.Error is { } error) Failure(run.Name, error.Message, null);
            foreach (var cell in run.Cells)
            {
                if (cell.Error is { } failure) Failure($"{run.Name}, {Wording.Place(cell, failure)}", Wording.Message(run, cell, failure), failure.Code);
            }
        }
    }

    private void Failure(string place, string message, string? code)
    {
        _console.MarkupLine($"[red]{Markup.Escape(place)}:[/] {Markup.Escape(message)}");
        if (code is not null) _console.MarkupLine($"    [grey]{Markup.Escape(code)}[/]");
    }

    private Grid Draw()
    {
        var grid = new Grid();
        grid.AddColumn(new GridColumn().NoWrap());
        grid.AddColumn(new GridColumn().NoWrap());
        grid.AddColumn(new GridColumn().NoWrap());
        foreach (var run in _runs) grid.AddRow(Mark(run.Status), new Text(run.Name), Describe(run));
        return grid;
    }

    private static Markup Mark(NotebookStatus status) => new(status switch
    {
        NotebookStatus.Ok => "[green]✓[/]",
        NotebookStatus.Running => "[blue]▸[/]",
        NotebookStatus.NotRun => "[grey]·[/]",
        _ => "[red]✗[/]",
    });

    private Text Describe(NotebookRun run)
    {
        if (run.Status == NotebookStatus.NotRun) return new Text(string.Empty);
        if (run.Status != NotebookStatus.Running) return Line(Wording.Result(run), run.Status == NotebookStatus.Ok ? new Style(Color.Grey) : new Style(Color.Red));
        if (_stopping) return Line(Wording.Stopping);
        var elapsed = Wording.Duration(_clock.Elapsed.TotalSeconds);
        return run.Current is { } cell
            ? Line($"cell {cell.Number} of {run.Cells.Count}{Heading(run, cell)}, {elapsed}")
            : Line($"starting, {elapsed}");
    }

    // A line that wraps would confuse the redrawing.
    private static Text Line(string text, Style? style = null) => new(text, style) { Overflow = Overflow.Ellipsis };

    private static string Heading(NotebookRun run, CellRun cell)
    {
        var heading = run.Cells.Take(cell.Number).Reverse().Select(c => c.Heading).OfType<string>().FirstOrDefault();
        return heading is null ? string.Empty : $" · {heading}";
    }
}
