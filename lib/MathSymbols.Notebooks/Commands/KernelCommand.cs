using System.Diagnostics;
using MathSymbols.Notebooks.Events;
using MathSymbols.Notebooks.Format;
using MathSymbols.Notebooks.Hosting;
using MathSymbols.Notebooks.Scripting;

namespace MathSymbols.Notebooks.Commands;

/// <summary>The child: runs one notebook's cells and writes events to standard output.</summary>
internal static class KernelCommand
{
    internal static async Task<int> RunAsync(string path, bool keepGoing)
    {
        var stop = new CellStop();
        using var parent = ParentLink.Follow(stop);
        EngineAssembly.StandIn();

        var sink = new StreamEventSink(Console.OpenStandardOutput());
        var printed = new PendingText(sink);
        using var output = new EventTextWriter(printed, t => new StandardOutput(t));
        using var errors = new EventTextWriter(printed, t => new StandardError(t));
        Console.SetOut(output);
        Console.SetError(errors);
        DisplaySink.Current = new DisplaySink(sink);

        var full = Path.GetFullPath(path);
        Notebook notebook;
        try
        {
            notebook = Notebook.Load(full);
        }
        catch (NotebookFormatException e)
        {
            sink.Send(new CellFailed(0, 0, new CellError("format", e.Message, Line: e.Line)));
            sink.Send(new NotebookFinished(false));
            return 1;
        }
        Directory.SetCurrentDirectory(Path.GetDirectoryName(full)!);
        sink.Send(new NotebookStarted(Path.GetFileNameWithoutExtension(full), notebook.Cells.Count));
        var kernel = new NotebookKernel(full);
        var succeeded = true;
        for (var i = 1; i <= notebook.Cells.Count && (succeeded || keepGoing) && !stop.Stopped; i++)
        {
            succeeded &= await RunCellAsync(kernel, notebook.Cells[i - 1], i, stop, sink, printed);
        }
        sink.Send(new NotebookFinished(succeeded));

        // Threads that a cell has left running end here.
        Environment.Exit(succeeded ? 0 : 1);
        return 0;
    }

    private static async Task<bool> RunCellAsync(NotebookKernel kernel, Cell cell, int number, CellStop stop, StreamEventSink sink, PendingText printed)
    {
        sink.Send(new CellStarted(number));
        var clock = Stopwatch.StartNew();
        var cancellation = stop.Begin(number);
        var error = await kernel.RunCellAsync(cell, number, cancellation);

        // One that ends early because it was told to has not run to its end.
        if (cancellation.IsCancellationRequested) error ??= NotebookKernel.Cancelled;

        // Whatever a cell has put in the console's place.
        printed.Flush();
        var seconds = clock.Elapsed.TotalSeconds;
        sink.Send(error is null ? new CellFinished(number, seconds) : new CellFailed(number, seconds, error));
        return error is null;
    }
}
