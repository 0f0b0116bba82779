using Spectre.Console;

namespace MathSymbols.Cli.Progress;

/// <summary>A bar with words beneath it that moves in place; lines that stay scroll above it.</summary>
internal sealed class LiveLines : IProgressLines
{
    private const int BarWidth = 40;
    private static readonly TimeSpan Beat = TimeSpan.FromMilliseconds(200);

    private readonly IAnsiConsole _console;
    private readonly TaskCompletionSource _done = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Task _drawing;
    private volatile Tuple<string, double> _state = Tuple.Create("", 0.0);

    public LiveLines(IAnsiConsole console)
    {
        _console = console;
        _drawing = console.Live(new Text("")).AutoClear(true).StartAsync(async context =>
        {
            while (!_done.Task.IsCompleted)
            {
                context.UpdateTarget(Draw());
                await Task.WhenAny(_done.Task, Task.Delay(Beat)).ConfigureAwait(false);
            }
        });
    }

    // Rows of the terminal's whole width: what is written over the bar would leave the ends of its lines standing.
    public void Line(string text) =>
        _console.Write(new Table().NoBorder().HideHeaders().Expand().AddColumn(new TableColumn("").Padding(0, 0)).AddRow(new Text(text)));

    public void State(string text, double share) => _state = Tuple.Create(text, Math.Clamp(share, 0, 1));

    public void Dispose()
    {
        _done.TrySetResult();
        _drawing.GetAwaiter().GetResult();
    }

    private Rows Draw()
    {
        var (text, share) = _state;
        var filled = (int)Math.Round(BarWidth * share);
        var bar = new Markup($"[blue]{new string('━', filled)}[/][grey]{new string('━', BarWidth - filled)}[/] {share:P0}");
        return new(bar, new Text(text, new Style(Color.Grey)));
    }
}
