using System.Text.Json.Nodes;
using MathSymbols.Notebooks.Events;
using MathSymbols.Notebooks.Format;
using MathSymbols.Notebooks.Reports;

namespace MathSymbols.Notebooks.Running;

/// <summary>A notebook and what came of it, as far as its events tell.</summary>
internal sealed class NotebookRun
{
    private readonly Dictionary<string, DisplayOutput> _displays = new(StringComparer.Ordinal);
    private long _shown;

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
                Show(Current, e);
                break;
            case DisplayUpdated e when _displays.TryGetValue(e.Id, out var shown):
                shown.Data = Fit(e.Data, DisplayLimit.Size(shown.Data));
                break;
            case StandardOutput e:
                Current?.Output.Print(TextOrigin.Output, e.Text);
                break;
            case StandardError e:
                Current?.Output.Print(TextOrigin.Error, e.Text);
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

    /// <summary>Settles what became of the notebook once its process has ended.</summary>
    /// <param name="exitCode">The process's.</param>
    /// <param name="words">The end of its standard error.</param>
    /// <param name="verdict">Why the runner ended it, if it did.</param>
    internal void Conclude(int exitCode, IReadOnlyList<string> words, CellError? verdict)
    {
        // A stop that came too late.
        if (verdict?.Kind == "cancelled" && Finished && Cells.All(c => c.Status == CellStatus.Ok)) verdict = null;

        // A process that crashes after its last cell has still not ended well.
        var endedWell = Finished && (Failed > 0 || exitCode == 0);
        if (verdict is null && !endedWell)
        {
            // Its last words belong to the error, not twice on the page.
            Current?.Output.RemoveProcessText();
            var how = $"the notebook's process {Signals.Describe(exitCode)}";
            verdict = new CellError("died", Finished ? $"All cells ran, but then {how}." : $"T{how[1..]} before the notebook was done.", Stack: words);
        }
        if (verdict is not null) Fail(verdict);
        Status = (verdict ?? Errors.FirstOrDefault())?.Kind switch
        {
            null => NotebookStatus.Ok,
            "died" => NotebookStatus.Died,
            "cancelled" => NotebookStatus.Cancelled,
            _ => NotebookStatus.Failed,
        };
    }

    // Ends the running cell, or the notebook where none is running. A cell that has told of its being stopped has told it for the notebook.
    private void Fail(CellError error)
    {
        if (Current is { Status: CellStatus.Running } cell) (cell.Status, cell.Error) = (CellStatus.Failed, error);
        else if (Current?.Error?.Kind != error.Kind) Error ??= error;
    }

    private void Show(CellRun cell, Displayed shown)
    {
        var output = new DisplayOutput(shown.Data);
        if (!cell.Output.Show(output)) return;
        output.Data = Fit(shown.Data, 0);
        _displays[shown.Id] = output;
    }

    /// <summary>Counts data that takes the place of other data; a note instead where it is too much for the notebook.</summary>
    private IReadOnlyDictionary<string, string> Fit(IReadOnlyDictionary<string, string> data, long replaced)
    {
        _shown -= replaced;

        // A child says null where a cell has shown a null as HTML, say.
        if (data.Values.Contains(null!)) data = data.ToDictionary(d => d.Key, d => d.Value ?? string.Empty);
        var size = DisplayLimit.Size(data);
        if (_shown + size > DisplayLimit.Notebook) data = DisplayLimit.Note(size);
        _shown += DisplayLimit.Size(data);
        return data;
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
