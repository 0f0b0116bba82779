using MathSymbols.Notebooks.Events;
using MathSymbols.Notebooks.Format;
using MathSymbols.Notebooks.Scripting.Magic;
using MathSymbols.Notebooks.Scripting.Packages;
using Microsoft.CodeAnalysis.Scripting;
using Microsoft.DotNet.Interactive;
using Microsoft.DotNet.Interactive.Formatting;

namespace MathSymbols.Notebooks.Scripting;

/// <summary>Runs cells in this process and reports what they show.</summary>
internal sealed class NotebookKernel
{
    private readonly CSharpSession _session;
    private readonly SourceMap _sources = new();
    private readonly PackageSession _packages;
    private readonly string _name;

    internal NotebookKernel(string notebookPath, PackageFolders? packageFolders = null)
    {
        var full = Path.GetFullPath(notebookPath);
        _name = Path.GetFileName(full);
        Folder = Path.GetDirectoryName(full)!;
        _session = new CSharpSession(Folder);
        _packages = new PackageSession(packageFolders ?? PackageFolders.Default, Folder);
        Values = new SharedValues(_session);
    }

    /// <summary>A cell that ended because its token was cancelled.</summary>
    internal static CellError Cancelled { get; } = new("cancelled", "The cell was stopped.");

    /// <summary>The main notebook's folder.</summary>
    internal string Folder { get; }

    /// <summary>How many imports deep the running code is.</summary>
    internal int ImportDepth { get; set; }

    internal CSharpSession Session => _session;

    /// <summary>What the kernels hold and can hand to each other.</summary>
    internal SharedValues Values { get; }

    /// <summary>Runs a cell; null when it ran to its end.</summary>
    internal async Task<CellError?> RunCellAsync(Cell cell, int number, CancellationToken cancellation = default)
    {
        ImportDepth = 0;
        KernelInvocationContext.Current = new KernelInvocationContext(cancellation);
        var source = new CellSource(_name, number, cell.Source, false);
        try
        {
            // Markdown is part of the page; only that of an imported notebook is an output.
            if (cell.Language is not (Cell.Markdown or Cell.Raw)) await RunSourceAsync(cell.Language, source, cancellation);
            return null;
        }
        catch (CellFailure e)
        {
            return e.Error;
        }
        catch (Exception e) when (IsCancellation(e) && cancellation.IsCancellationRequested)
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

    /// <summary>Runs the text of a cell or of an imported file.</summary>
    internal async Task RunSourceAsync(string language, CellSource source, CancellationToken cancellation)
    {
        // As in the engine nothing of a cell runs when one of its commands is wrong, and packages come before all code.
        var segments = CellSegments.Split(language, source.Text);
        var commands = segments.Where(s => s.Command is not null && !PackageLine.Is(s)).ToDictionary(s => s, s => MagicCommands.Parse(s, source));
        foreach (var segment in segments) Languages.Check(segment, source);
        _session.AddReferences(await _packages.AddAsync(segments, source, cancellation));

        var call = new MagicCall(this, source, cancellation);
        foreach (var segment in segments)
        {
            cancellation.ThrowIfCancellationRequested();
            if (commands.TryGetValue(segment, out var command)) await command(call);
            else if (segment.Command is null) await RunCodeAsync(segment, source, cancellation);
        }
        foreach (var end in call.AtEnd) end();
    }

    private async Task RunCodeAsync(Segment segment, CellSource source, CancellationToken cancellation)
    {
        if (segment.Language != Cell.CSharp)
        {
            Languages.Show(segment);
            return;
        }
        var result = await _session.RunAsync(segment.Text, _sources.Add(Folder, source));
        if (result.Exception is { } thrown)
        {
            if (IsCancellation(thrown) && cancellation.IsCancellationRequested) throw new CellFailure(Cancelled);
            throw new CellFailure(ErrorReport.Runtime(thrown, source, _sources));
        }
        if (result.HasValue && result.Value is not DisplayedValue) result.Value.Display();
    }

    private static bool IsCancellation(Exception exception) =>
        exception is OperationCanceledException or AggregateException { InnerException: OperationCanceledException };
}
