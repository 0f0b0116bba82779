using Microsoft.CodeAnalysis.Scripting;
using Microsoft.DotNet.Interactive;
using MathSymbols.Notebooks.Events;
using MathSymbols.Notebooks.Format;
using MathSymbols.Notebooks.Hosting;

namespace MathSymbols.Notebooks.Scripting;

/// <summary>Runs cells in this process and reports what they show.</summary>
internal sealed class NotebookKernel
{
    private readonly CSharpSession _session;
    private readonly SourceMap _sources = new();
    private readonly string _name;

    internal NotebookKernel(string notebookPath)
    {
        var full = Path.GetFullPath(notebookPath);
        _name = Path.GetFileName(full);
        Folder = Path.GetDirectoryName(full)!;
        _session = new CSharpSession(Folder);
    }

    /// <summary>The main notebook's folder.</summary>
    internal string Folder { get; }

    /// <summary>How many imports deep the running code is.</summary>
    internal int ImportDepth { get; set; }

    internal CSharpSession Session => _session;

    /// <summary>A cell that ended because its token was cancelled.</summary>
    internal static CellError Cancelled { get; } = new("cancelled", "The cell was stopped.");

    /// <summary>Runs a cell; null when it ran to its end.</summary>
    internal async Task<CellError?> RunCellAsync(Cell cell, int number, CancellationToken cancellation = default)
    {
        ImportDepth = 0;
        KernelInvocationContext.Current = new KernelInvocationContext(cancellation);
        var source = new CellSource(_name, number, cell.Source, false);
        try
        {
            await RunSourceAsync(cell.Language, source);
            return null;
        }
        catch (CellFailure e)
        {
            return e.Error;
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            return Cancelled;
        }
        catch (CompilationErrorException e)
        {
            return ErrorReport.Compilation(e, source, _sources);
        }
        catch (Exception e)
        {
            return ErrorReport.Runtime(e, source, _sources);
        }
    }

    internal async Task RunSourceAsync(string language, CellSource source)
    {
        switch (language)
        {
            case Cell.Markdown:
                return;
            case Cell.Html:
                DisplaySink.Current.Show(new Dictionary<string, string> { ["text/html"] = source.Text });
                return;
            case Cell.CSharp:
                await RunCSharpAsync(source);
                return;
            default:
                throw new CellFailure(new CellError(
                    "language", $"{source.Label}, line 1: cells in {language} cannot be run here; only csharp, markdown and html can.", source.Imported ? source.Label : null, 1, source.Line(1)));
        }
    }

    private async Task RunCSharpAsync(CellSource source)
    {
        foreach (var segment in CellSegments.Split(source.Text))
        {
            if (segment.Command is not null)
            {
                await MagicCommands.RunAsync(this, segment, source);
                continue;
            }
            var result = await _session.RunAsync(segment.Text, _sources.Add(Folder, source));
            if (result.Exception is OperationCanceledException or AggregateException { InnerException: OperationCanceledException }
                && KernelInvocationContext.Current is { CancellationToken.IsCancellationRequested: true }) throw new CellFailure(Cancelled);
            if (result.Exception is not null) throw new CellFailure(ErrorReport.Runtime(result.Exception, source, _sources));
            if (result.HasValue && result.Value is not DisplayedValue) result.Value.Display();
        }
    }
}
