using System.Globalization;
using MathSymbols.Runs;
using Xunit;

namespace MathSymbols.Cli.Tests;

/// <summary>AlexNet from the command line, on a handful of images: what is said, what is kept, and that a break changes nothing.</summary>
public sealed class TrainTests(TrainFixture trained) : IClassFixture<TrainFixture>
{
    [Fact]
    public async Task A_training_is_recorded_listed_and_can_be_measured_again()
    {
        string[] expected = ["history.csv", "predictions-best.tsv", "predictions.tsv", "run.json", "weights-best.safetensors", "weights-last.safetensors"];
        Assert.Equal(expected, Directory.GetFileSystemEntries(trained.Run.Folder).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        var record = trained.Run.Record;
        Assert.Equal([1, 2, 3], record.History.Epochs.Select(e => e.Epoch));
        Assert.Equal((38, 12, 19), (record.Data.Train, record.Data.Validation, record.Data.Test));
        Assert.Equal(("tanh", 0.002), (record.HyperParameters["activation"]!.GetValue<string>(), record.HyperParameters["learning_rate"]!.GetValue<double>()));
        Assert.All((string[])["--epochs 3", "--learning-rate 0.002", "train"], text => Assert.Contains(text, record.Command, StringComparison.Ordinal));
        Assert.Contains(record.Id, (await TrainFixture.RunAsync("runs", "--work", trained.Work)).Output, StringComparison.Ordinal);

        foreach (var (option, weights) in new[] { ("", RunWeights.LastEpoch), ("--best", RunWeights.BestEpoch) })
        {
            var result = record.Result(weights, RunSet.Test)!;
            var (code, output, error) = await TrainFixture.RunAsync(trained.Arguments("evaluate", [record.Id, .. option.Length > 0 ? (string[])[option] : []]));
            Assert.Equal((ExitCode.Success, ""), (code, error));
            Assert.Contains(string.Create(CultureInfo.InvariantCulture, $"accuracy {result.Accuracy:P2} ({result.Correct} of {result.Count} test images"), output, StringComparison.Ordinal);
            Assert.Contains(string.Create(CultureInfo.InvariantCulture, $"loss {result.Loss:0.0000}"), output, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void What_is_written_to_a_pipe_is_plain_lines()
    {
        Assert.Equal("", trained.Trained.Error);
        Assert.DoesNotContain(trained.Trained.Output, c => char.IsControl(c) && c != '\n');
        var lines = trained.Trained.Output.Split('\n');
        Assert.All((string[])["epoch 1: loss ", "epoch 2: loss ", "epoch 3: loss "], start => Assert.Single(lines, l => l.StartsWith(start, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_training_interrupted_in_the_middle_goes_on_and_ends_as_one_never_interrupted()
    {
        var (code, output, error) = await TrainFixture.InterruptAsync(trained.Train, after: "epoch 1: ");
        Assert.True(code == ExitCode.Interrupted, output + error);
        Assert.Contains("--resume", output, StringComparison.Ordinal);
        Assert.StartsWith("mathsymbols: stopped", Assert.Single(error.TrimEnd().Split('\n')), StringComparison.Ordinal);
        Assert.DoesNotContain("epoch 3: ", output, StringComparison.Ordinal);
        var unfinished = Assert.Single(trained.Store().Unfinished);

        (code, output, error) = await TrainFixture.RunAsync([.. trained.Train, "--resume"]);
        Assert.True(code == ExitCode.Success, output + error);
        Assert.Matches("Going on after epoch [12]", output);
        var run = trained.Store().Find(unfinished.Id);
        Assert.Equal(Metrics(trained.Run), Metrics(run));
        Assert.Equal(trained.Run.Record.Results, run.Record.Results);
        Assert.Equal(2, run.Record.Segments.Count);
        Assert.DoesNotContain("--resume", run.Record.Command, StringComparison.Ordinal);
        foreach (var weights in (string[])[RunRecorder.LastWeightsName, RunRecorder.BestWeightsName])
            Assert.Equal(await BytesAsync(trained.Run, weights), await BytesAsync(run, weights));
        Assert.Empty(trained.Store().Unfinished);

        static IEnumerable<string> Metrics(StoredRun run) => File.ReadLines(Path.Combine(run.Folder, RunStore.HistoryName)).Select(l => string.Join(',', l.Split(',').Take(6)));

        static Task<byte[]> BytesAsync(StoredRun run, string name) => File.ReadAllBytesAsync(Path.Combine(run.Folder, name), TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task There_is_nothing_to_resume_without_an_interrupted_training_of_the_same_settings()
    {
        var (code, _, error) = await TrainFixture.RunAsync(trained.Arguments("train", "--epochs", "3", "--seed", "8", "--resume"));
        Assert.Equal(ExitCode.Refused, code);
        Assert.StartsWith("mathsymbols: There is no interrupted training with these settings", Assert.Single(error.TrimEnd().Split('\n')), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("train --learning-rate 0", "--learning-rate")]
    [InlineData("train --learning-rate NaN", "--learning-rate")]
    [InlineData("train --learning-rate fast", "fast")]
    [InlineData("train --activation gelu", "'relu'")]
    [InlineData("train --tuned --activation relu", "--tuned")]
    [InlineData("train --tuned --learning-rate 0.1", "--tuned")]
    [InlineData("train --model resnet", "'alexnet'")]
    [InlineData("train --epochs -1", "epochs")]
    [InlineData("tune --model resnet", "'alexnet'")]
    [InlineData("evaluate nothing-of-this-name", "nothing-of-this-name")]
    public async Task A_bad_option_is_one_sentence_and_exit_code_2(string arguments, string named)
    {
        var (code, output, error) = await TrainFixture.RunAsync([.. arguments.Split(' '), "--work", trained.Work]);
        Assert.Equal((ExitCode.Refused, ""), (code, output));
        var sentence = Assert.Single(error.TrimEnd().Split('\n'));
        Assert.StartsWith("mathsymbols: ", sentence, StringComparison.Ordinal);
        Assert.Contains(named, sentence, StringComparison.Ordinal);
        Assert.DoesNotContain("does not know (", sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_search_is_run_once_then_shown_and_begun_anew_only_when_told_to()
    {
        var arguments = trained.Arguments("tune");
        var (code, first, error) = await TrainFixture.RunAsync(arguments);
        Assert.True(code == ExitCode.Success, first + error);
        Assert.Matches(@"\d trials in .*; the search is over because ", first);
        var trials = Trials();
        Assert.Equal(trials.Count, first.Split('\n').Count(l => l.StartsWith("trial ", StringComparison.Ordinal)));

        (code, var second, _) = await TrainFixture.RunAsync(arguments);
        Assert.Equal(ExitCode.Success, code);
        Assert.Contains($"{trials.Count} trials are finished already.", second, StringComparison.Ordinal);
        Assert.DoesNotContain(second.Split('\n'), l => l.StartsWith("trial ", StringComparison.Ordinal));
        Assert.EndsWith(first[first.IndexOf(" trials in ", StringComparison.Ordinal)..], second, StringComparison.Ordinal);
        Assert.Equal(trials, Trials());

        (code, var third, error) = await TrainFixture.InterruptAsync([.. arguments, "--overwrite"], after: "trial 0, ");
        Assert.True(code == ExitCode.Interrupted, third + error);
        Assert.InRange(Trials().Count, 1, trials.Count - 1);
        Assert.DoesNotContain(Trials(), t => trials.Contains(t));
        Assert.StartsWith("mathsymbols: stopped", Assert.Single(error.TrimEnd().Split('\n')), StringComparison.Ordinal);

        List<(string, DateTime)> Trials() => [.. Directory.GetFiles(Path.Combine(trained.Work, "tuning"), "0*.json", SearchOption.AllDirectories).Select(f => (f, File.GetLastWriteTimeUtc(f))).Order()];
    }
}
