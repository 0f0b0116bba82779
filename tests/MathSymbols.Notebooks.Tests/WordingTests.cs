using MathSymbols.Notebooks.Events;
using MathSymbols.Notebooks.Progress;
using MathSymbols.Notebooks.Running;
using MathSymbols.Notebooks.Tests.Support;

namespace MathSymbols.Notebooks.Tests;

public sealed class WordingTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("a.dib, cell 1, line 2: cells in fsharp cannot be run here.", "cells in fsharp cannot be run here.")]
    [InlineData("a.dib, cell 1, line 3: another line", "a.dib, cell 1, line 3: another line")]
    [InlineData("CS0103: no such name", "CS0103: no such name")]
    public void A_place_is_said_once(string message, string said)
    {
        var run = new NotebookRun(_folder.Write("a.dib", "1"));
        Assert.Equal(said, Wording.Message(run, run.Cells[0], new CellError("language", message, Line: 2)));
    }
}
