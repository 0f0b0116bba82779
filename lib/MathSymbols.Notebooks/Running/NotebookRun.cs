using System.Text.Json.Nodes;
using MathSymbols.Notebooks.Events;
using MathSymbols.Notebooks.Format;
using MathSymbols.Notebooks.Reports;

namespace MathSymbols.Notebooks.Running;

/// <summary>A notebook and what came of it, as far as its events tell.</summary>
internal sealed class NotebookRun
{
    private readonly Dictionary<string, DisplayOutput> _displays = new(StringComparer.Ordinal);

    internal NotebookRun(string path)
        : this(path, Read(path, out var error)) => Error = error;

    internal NotebookRun(string path, Notebook notebook)
    {
        Path = System.IO.Path.GetFullPath(path);
        Notebook = notebook;
        Cells = [.. notebook.Cells.Select((c, i) => new CellRun(c, i + 1))];
        Title = Cells.Select(c => c.Heading).OfType<string>().FirstOrDefault() ?? Name;
    }

    internal string Path { get; }

    internal string Name => System.IO.Path.GetFileNameWithoutExtension(Path);

    internal string Title { get; }

    internal Notebook Notebook { get; }

    /// <summary>Whether it was not run here: its outputs were saved by whoever ran it.</summary>
    internal bool IsSaved { get; init; }

    internal IReadOnlyList<CellRun> Cells { get; }

    internal NotebookStatus Status { get; set; }

    internal double Seconds { get; set; }

    /// <summary>The most private memory (RssAnon) its process and that one's children held together; null where it cannot be read.</summary>
    internal long? PeakPrivateBytes { get; set; }

    /// <summary>An error outside any cell.</summary>
    internal CellError? Error { get; private set; }

    /// <summary>Whether the child said that it was done.</summary>
    internal bool Finished { get; private set; }

    /// <summary>The cell at work, or the last that was.</summary>
    internal CellRun? Current { get; private set; }

    internal int Failed => Cells.Count(c => c.Status == CellStatus.Failed) + (Error is null ? 0 : 1);

    internal IEnumerable<CellError> Errors =>
        Cells.Select(c => c.Error).Prepend(Error).OfType<CellError>();

    /// <summary>The numbers its outputs carry for report.json; the last of a name counts.</summary>
    internal JsonObject Values()
    {
        var values = new JsonObject();
        foreach (var output in Cells.SelectMany(c => c.Outputs).OfType<DisplayOutput>())
        {
            foreach (var (name, value) in ReportValues.ReadValid(output.Data)) values[name] = value;
        }
        return values;
    }

    internal void Apply(KernelEvent @event)
    {
        switch (@event)
        {
            case CellStarted e when Find(e.Cell) is { } cell:
                cell.Status = CellStatus.Running;
                Current = cell;
                break;
            case Displayed e when Current is not null:
                var output = new DisplayOutput(e.Data);
                _displays[e.Id] = output;
                Current.Outputs.Add(output);
                break;
            case DisplayUpdated e when _displays.TryGetValue(e.Id, out var shown):
                shown.Data = e.Data;
                break;
            case StandardOutput e:
                Current?.Print(TextOrigin.Output, e.Text);
                break;
            case StandardError e:
                Current?.Print(TextOrigin.Error, e.Text);
                break;
            case CellFinished e when Find(e.Cell) is { } cell:
                (cell.Status, cell.Seconds) = (CellStatus.Ok, e.Seconds);
                break;
            case CellFailed e when Find(e.Cell) is { } cell:
                (cell.Status, cell.Seconds, cell.Error) = (CellStatus.Failed, e.Seconds, e.Error);
                break;
            case CellFailed e:
                Error ??= e.Error;
                break;
            case NotebookFinished:
                Finished = true;
                break;
        }
    }

    /// <summary>Ends the running cell, or the notebook where none is running, with an error from outside.</summary>
    internal void Fail(CellError error)
    {
        if (Current is { Status: CellStatus.Running } cell) (cell.Status, cell.Error) = (CellStatus.Failed, error);
        else Error ??= error;
    }

    private static Notebook Read(string path, out CellError? error)
    {
        error = null;
        try
        {
            return Notebook.Load(System.IO.Path.GetFullPath(path));
        }
        catch (NotebookFormatException e)
        {
            error = new CellError("format", e.Message, Line: e.Line);
            return new Notebook(Cell.CSharp, []);
        }
    }

    private CellRun? Find(int number) => number >= 1 && number <= Cells.Count ? Cells[number - 1] : null;
}
