using MathSymbols.Notebooks.Events;
using MathSymbols.Notebooks.Format;
using MathSymbols.Notebooks.Hosting;
using MathSymbols.Notebooks.Scripting;
using MathSymbols.Notebooks.Tests.Support;

namespace MathSymbols.Notebooks.Tests.Parity;

/// <summary>This project's kernel, with the console as the runner sets it up.</summary>
internal sealed class OwnKernel : IDisposable
{
    private readonly RecordingSink _sink = new();
    private readonly PendingText _printed;
    private readonly NotebookKernel _kernel;
    private readonly TextWriter _output = Console.Out;
    private readonly TextWriter _error = Console.Error;
    private int _number;

    static OwnKernel() => EngineAssembly.StandIn();

    internal OwnKernel(string notebook)
    {
        _kernel = new NotebookKernel(notebook);
        DisplaySink.Current = new DisplaySink(_sink);
        _printed = new PendingText(_sink);
        Console.SetOut(new EventTextWriter(_printed, t => new StandardOutput(t)));
        Console.SetError(new EventTextWriter(_printed, t => new StandardError(t)));
    }

    internal async Task<Outcome> RunAsync(Cell cell)
    {
        _sink.Events.Clear();
        var error = await _kernel.RunCellAsync(cell, ++_number, TestContext.Current.CancellationToken);
        _printed.Flush();
        return Outcome.Of(_sink.Events.SelectMany(Outputs), error?.Message);
    }

    public void Dispose()
    {
        Console.SetOut(_output);
        Console.SetError(_error);
    }

    private static IEnumerable<Output> Outputs(KernelEvent @event) => @event switch
    {
        Displayed e => e.Data.Select(d => new Output("display", d.Key, d.Value)),
        DisplayUpdated e => e.Data.Select(d => new Output("update", d.Key, d.Value)),
        StandardOutput e => [new Output("stdout", string.Empty, e.Text)],
        StandardError e => [new Output("stderr", string.Empty, e.Text)],
        _ => [],
    };
}
