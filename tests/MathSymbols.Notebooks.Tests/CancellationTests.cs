using MathSymbols.Notebooks.Format;
using MathSymbols.Notebooks.Hosting;
using MathSymbols.Notebooks.Scripting;
using MathSymbols.Notebooks.Tests.Support;

namespace MathSymbols.Notebooks.Tests;

[Collection("kernel")]
public sealed class CancellationTests : IDisposable
{
    private const string Reflected =
        "var token = Type.GetType(\"Microsoft.DotNet.Interactive.KernelInvocationContext, Microsoft.DotNet.Interactive\", true)"
        + ".GetProperty(\"Current\").GetValue(null) is { } c ? (System.Threading.CancellationToken)c.GetType().GetProperty(\"CancellationToken\").GetValue(c) : default;\n";

    private readonly TempFolder _folder = new();
    private readonly NotebookKernel _kernel;

    static CancellationTests() => EngineAssembly.StandIn();

    public CancellationTests() => _kernel = new NotebookKernel(Path.Combine(_folder.Path, "main.dib"));

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("using Microsoft.DotNet.Interactive;\nvar token = KernelInvocationContext.Current.CancellationToken;\nawait Task.Delay(-1, token);")]
    [InlineData(Reflected + "await Task.Delay(-1, token);")]
    [InlineData(Reflected + "Task.Delay(-1, token).Wait();")]
    [InlineData(Reflected + "token.WaitHandle.WaitOne(); token.ThrowIfCancellationRequested();")]
    [InlineData("#!import waits.cs")]
    public async Task A_cell_that_heeds_its_token_is_stopped_and_the_next_one_runs(string code)
    {
        _folder.Write("waits.cs", Reflected + "await Task.Delay(-1, token);");
        using var stop = new CancellationTokenSource();
        // A cell may block the thread that it runs on.
        var running = Task.Run(() => _kernel.RunCellAsync(new Cell(Cell.CSharp, code, 1), 1, stop.Token), TestContext.Current.CancellationToken);
        await stop.CancelAsync();
        Assert.Equal(NotebookKernel.Cancelled, await running);
        Assert.Null(await _kernel.RunCellAsync(new Cell(Cell.CSharp, "1", 1), 2, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_cancellation_of_the_cells_own_is_an_error_like_any_other()
    {
        var error = await _kernel.RunCellAsync(new Cell(Cell.CSharp, "throw new OperationCanceledException(\"my own\");", 1), 1, TestContext.Current.CancellationToken);
        Assert.Equal(("runtime", "System.OperationCanceledException: my own"), (error?.Kind, error?.Message));
    }
}
