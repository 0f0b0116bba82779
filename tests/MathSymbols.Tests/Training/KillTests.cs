using System.Diagnostics;
using MathSymbols.Benchmarks.Kills;
using MathSymbols.Data.Synthetic;
using MathSymbols.Tests.Support;
using Xunit;

namespace MathSymbols.Tests.Training;

public sealed class KillTests(ITestOutputHelper output) : IDisposable
{
    private const int Kills = 30;
    private const int Epochs = 12;
    private const int KillsARun = 10;

    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_training_killed_again_and_again_ends_as_one_never_killed()
    {
        var watch = Stopwatch.StartNew();
        SyntheticSymbols.WriteFolder(_folder["images"], 4, 1, Stop);
        var child = new TrainingChild(new(_folder["images"], _folder["work"], SmallModel.Convolution, Epochs));
        var epoch = child.RunToEnd(_folder["whole"], Stop) / Epochs;
        var expected = TrainingFingerprint.Of(_folder["whole"]);

        // Each kill comes a little over an epoch after the last at most, so that a run takes several before it ends.
        var random = new Random(1001);
        var (tally, runs, drawn) = (new KillTally(), 0, 0);
        for (; tally.Kills < Kills; runs++)
        {
            Assert.True(runs < Kills, $"Only {tally} in {runs} runs.");
            var folder = _folder[$"run-{runs}"];
            for (var (kill, hit) = (0, true); hit && kill < KillsARun; kill++)
            {
                var result = child.Kill(folder, KillInstant.Draw(drawn++, random, 1.3 * epoch, writes: 4), Stop);
                tally.Add(result);
                hit = result.Hit;
            }

            File.Delete(SmallTraining.FinalWeights(folder));
            child.RunToEnd(folder, Stop);
            Assert.Equal(expected, TrainingFingerprint.Of(folder));
            Directory.Delete(folder, recursive: true);
        }

        output.WriteLine($"{tally} in {runs} runs, each ended bit for bit as the one never killed; an epoch took {epoch.TotalMilliseconds:0} ms, the test {watch.Elapsed.TotalSeconds:0} s");
        Assert.True(tally.Kills >= Kills, $"{tally}");
        Assert.True(tally.InsideWrite >= 3, $"{tally}");
    }
}
