using MathSymbols.Notebooks.Events;
using MathSymbols.Notebooks.Format;
using MathSymbols.Notebooks.Hosting;
using MathSymbols.Notebooks.Scripting;
using MathSymbols.Notebooks.Scripting.Packages;

namespace MathSymbols.Notebooks.Tests.Support;

/// <summary>Runs cells in this process.</summary>
internal sealed class Cells
{
    private readonly RecordingSink _sink = new();
    private readonly NotebookKernel _kernel;
    private int _number;

    internal Cells(TempFolder folder, PackageFolders? packages = null)
    {
        _kernel = new NotebookKernel(Path.Combine(folder.Path, "main.dib"), packages);
        DisplaySink.Current = new DisplaySink(_sink);
    }

    internal CSharpSession Session => _kernel.Session;

    internal Task<CellError?> RunAsync(string code, string language = Cell.CSharp) => _kernel.RunCellAsync(new Cell(language, code, 1), ++_number);

    /// <summary>Runs a cell that must succeed and gives what it showed.</summary>
    internal async Task<List<IReadOnlyDictionary<string, string>>> ShowAsync(string code)
    {
        _sink.Events.Clear();
        var error = await RunAsync(code);
        Assert.True(error is null, error?.Message);
        return [.. _sink.Events.OfType<Displayed>().Select(d => d.Data)];
    }

    internal IReadOnlyList<KernelEvent> Events => _sink.Events;
}
