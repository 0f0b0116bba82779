using MathSymbols.Benchmarks;
using MathSymbols.Benchmarks.Fuzz;
using MathSymbols.Benchmarks.Fuzz.Images;
using MathSymbols.Tests.Support;
using Xunit;

namespace MathSymbols.Tests.Benchmarks;

public sealed class FuzzSupervisorTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_process_that_dies_is_named_and_its_file_kept()
    {
        var fuzz = new ImageFuzz(seeds: null, _folder.Root);
        using var progress = new FuzzProgress(_folder["progress"], fuzz.Kinds.Count);
        progress.Begin();
        progress.Begin();
        var findings = new FuzzFindings(_folder["findings"]);
        var supervisor = new FuzzSupervisor("images", fuzz, _ => BenchmarkProcess.Start(ChildCommands.FuzzImages), progress, findings);
        supervisor.Run(TimeSpan.FromTicks(1), TestContext.Current.CancellationToken);
        Assert.Equal(1, supervisor.Lost);
        Assert.StartsWith("The process died with 1: Required argument 'seeds' missing", Assert.Single(findings.Counts).Key, StringComparison.Ordinal);
        Assert.Equal(fuzz.Make(2).Bytes, File.ReadAllBytes(_folder["findings", "images-2.bin"]));
    }

    [Fact]
    public void A_process_goes_on_after_the_last_case_and_adds_to_its_counts()
    {
        var fuzz = new ImageFuzz(seeds: null, _folder.Root);
        using (var progress = new FuzzProgress(_folder["progress"], fuzz.Kinds.Count))
        {
            progress.Begin();
            progress.End(3, FuzzOutcome.Refused);
            progress.Begin();
        }

        using var again = new FuzzProgress(_folder["progress"], fuzz.Kinds.Count);
        Assert.Equal((2, 1, 0), (again.Number, again.Count(3, FuzzOutcome.Refused), again.Count(3, FuzzOutcome.Taken)));
        FuzzChild.Run(fuzz, again, TimeSpan.Zero);
        Assert.Equal(3, again.Number);
        Assert.Equal(2, Enumerable.Range(0, fuzz.Kinds.Count).Sum(kind => Enum.GetValues<FuzzOutcome>().Sum(o => again.Count(kind, o))));
    }
}
