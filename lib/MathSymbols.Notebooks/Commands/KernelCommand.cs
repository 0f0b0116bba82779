using System.Diagnostics;
using System.Runtime.InteropServices;
using MathSymbols.Notebooks.Events;
using MathSymbols.Notebooks.Format;
using MathSymbols.Notebooks.Hosting;
using MathSymbols.Notebooks.Scripting;

namespace MathSymbols.Notebooks.Commands;

/// <summary>The child: runs one notebook's cells and writes events to standard output.</summary>
internal static class KernelCommand
{
    /// <summary>Set by a parent that holds this process's standard input open for as long as it lives.</summary>
    internal const string TiedToParent = "NOTEBOOK_RUNNER_PARENT";

    internal static async Task<int> RunAsync(string path)
    {
        // The parent decides what a Ctrl-C means; it kills this process when it is meant.
        var tied = Environment.GetEnvironmentVariable(TiedToParent) is not null;
        Environment.SetEnvironmentVariable(TiedToParent, null);
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, context => context.Cancel = tied);
        if (tied) EndWithParent();
        EngineAssembly.StandIn();

        var sink = new StreamEventSink(Console.OpenStandardOutput());
        Console.SetOut(new EventTextWriter(sink, t => new StandardOutput(t)));
        Console.SetError(new EventTextWriter(sink, t => new StandardError(t)));
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
        return await RunCellsAsync(notebook, full, sink) ? 0 : 1;
    }

    private static async Task<bool> RunCellsAsync(Notebook notebook, string path, StreamEventSink sink)
    {
        sink.Send(new NotebookStarted(Path.GetFileNameWithoutExtension(path), notebook.Cells.Count));
        var kernel = new NotebookKernel(path);
        var succeeded = true;
        for (var i = 0; i < notebook.Cells.Count && succeeded; i++)
        {
            sink.Send(new CellStarted(i + 1));
            var clock = Stopwatch.StartNew();
            var error = await kernel.RunCellAsync(notebook.Cells[i], i + 1);
            await Console.Out.FlushAsync();
            await Console.Error.FlushAsync();
            var seconds = clock.Elapsed.TotalSeconds;
            sink.Send(error is null ? new CellFinished(i + 1, seconds) : new CellFailed(i + 1, seconds, error));
            succeeded = error is null;
        }
        sink.Send(new NotebookFinished(succeeded));
        return succeeded;
    }

    // A killed parent closes the pipe: no orphan goes on training.
    private static void EndWithParent()
    {
        var input = Console.OpenStandardInput();
        Console.SetIn(TextReader.Null);
        new Thread(() =>
        {
            while (input.ReadByte() >= 0)
            {
                // Nothing is ever sent.
            }
            Environment.Exit(130);
        })
        { IsBackground = true, Name = "parent watch" }.Start();
    }
}
