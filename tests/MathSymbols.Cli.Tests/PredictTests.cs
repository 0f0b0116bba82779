using System.Diagnostics;
using System.Text.Json;
using MathSymbols.Classification;
using MathSymbols.Data.Synthetic;
using MathSymbols.Evaluation.Robustness;
using MathSymbols.Runs;
using MathSymbols.Storage;
using MathSymbols.Tests.Support;
using Xunit;

namespace MathSymbols.Cli.Tests;

/// <summary>A run is trained, saved as a classifier, and used on images, by the program as a person calls it.</summary>
public sealed class PredictTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public PredictTests() => SyntheticSymbols.WriteFolder(_folder["drawn"], 8, 7, TestContext.Current.CancellationToken);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_run_is_saved_is_measured_on_changed_images_and_names_symbols_in_files_folders_and_standard_input()
    {
        string[] common = ["--data", _folder["drawn"], "--work", _folder["work"], "--threads", "1"];
        var (trained, _, trouble) = await MathSymbolsProcess.RunAsync(["train", "--model", "vgg19", "--epochs", "2", "--train-images", "38", .. common], cancellation: Stop);
        Assert.Equal((ExitCode.Success, ""), (trained, trouble));
        var id = Assert.Single(RunStore.Open(new WorkFolder(_folder["work"]), null).Runs).Record.Id;
        var (saved, said, problem) = await MathSymbolsProcess.RunAsync(["runs", "save", id, "--out", _folder["head.safetensors"], .. common], cancellation: Stop);
        Assert.Equal((ExitCode.Success, ""), (saved, problem));
        Assert.Contains("a head on VGG19, untrained (scaled), 19 classes, 96 px", said, StringComparison.Ordinal);

        await MeasuredAsync(common);

        var files = Directory.GetFiles(_folder["drawn", "7"]).Order(StringComparer.Ordinal).ToArray();
        File.WriteAllText(_folder["drawn", "7", "broken.png"], "no image");
        var (code, output, error) = await MathSymbolsProcess.RunAsync(Predict("--json", _folder["drawn", "7"], _folder["nowhere.png"]), cancellation: Stop);
        Assert.Equal(ExitCode.Failed, code);
        var entries = JsonDocument.Parse(output).RootElement.EnumerateArray().ToList();
        Assert.Equal([_folder["drawn", "7", "broken.png"], .. files, _folder["nowhere.png"]], entries.Select(e => e.GetProperty("path").GetString()));
        Assert.All(entries.Skip(1).SkipLast(1), e =>
        {
            var top = e.GetProperty("top").EnumerateArray().ToList();
            Assert.Equal(5, top.Count);
            Assert.Equal((e.GetProperty("label").GetString(), e.GetProperty("confidence").GetDouble()), (top[0].GetProperty("label").GetString(), top[0].GetProperty("p").GetDouble()));
            Assert.False(e.TryGetProperty("error", out _));
        });
        foreach (var failed in (JsonElement[])[entries[0], entries[^1]])
        {
            Assert.Equal(JsonValueKind.Null, failed.GetProperty("label").ValueKind);
            Assert.NotEmpty(failed.GetProperty("error").GetString()!);
            Assert.Contains($"mathsymbols: '{failed.GetProperty("path").GetString()}' is left out: ", error, StringComparison.Ordinal);
        }

        // The same image by another way, as a table.
        using var process = Pipe(Predict("-"), files[0]);
        var table = await process.StandardOutput.ReadToEndAsync(Stop);
        await process.WaitForExitAsync(Stop);
        Assert.Equal(ExitCode.Success, process.ExitCode);
        var confidence = Math.Floor(1000 * entries[1].GetProperty("confidence").GetDouble()) / 10;
        Assert.Matches(FormattableString.Invariant($@"(?m)^ +- +{entries[1].GetProperty("label").GetString()} \? +{confidence:0.0} %"), table);
        Assert.True(entries[1].GetProperty("unsure").GetBoolean());
        Assert.Contains("? It does not know: it is less than 70.0 % sure, and what stands there is a guess.", table, StringComparison.Ordinal);

        // A head squashes, unless it is told to look at the ink too: then the answer is the mean of both looks.
        var looks = new List<Dictionary<string, double>>();
        foreach (string[] way in (string[][])[[], ["--squash"], ["--ink"], ["--squash", "--ink"]])
        {
            var (_, answer, _) = await MathSymbolsProcess.RunAsync(Predict(["--json", files[0], .. way]), cancellation: Stop);
            looks.Add(JsonDocument.Parse(answer).RootElement[0].GetProperty("top").EnumerateArray().ToDictionary(t => t.GetProperty("label").GetString()!, t => t.GetProperty("p").GetDouble()));
        }

        Assert.Equal(looks[0], looks[1]);
        Assert.NotEqual(looks[1], looks[2]);
        var inAll = looks[1].Keys.Intersect(looks[2].Keys).Intersect(looks[3].Keys).ToList();
        Assert.NotEmpty(inAll);
        Assert.All(inAll, l => Assert.Equal((looks[1][l] + looks[2][l]) / 2, looks[3][l], 1e-5));

        // A path that is none, and a pipe, do not end the others.
        var (mixed, array, problems) = await MathSymbolsProcess.RunAsync(Predict("--json", "", files[0]), cancellation: Stop);
        Assert.Equal(ExitCode.Failed, mixed);
        Assert.Equal(2, JsonDocument.Parse(array).RootElement.GetArrayLength());
        Assert.Contains("mathsymbols: '' is left out: the file cannot be read", problems, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_model_named_SymbolNet_reads_looks_twice_and_says_what_it_does_not_know()
    {
        var own = OwnImages.Open(new() { Work = _folder["work"] }, Stop);
        string[] images = [.. own.Images.Where(i => i.File is "09.png" or "14.png").Select(i => Path.Combine(own.Folder, i.File))];
        string[] arguments = ["predict", .. images, "--work", _folder["work"], "--threads", "1"];
        var (code, table, error) = await MathSymbolsProcess.RunAsync(arguments, cancellation: Stop);
        Assert.Equal((ExitCode.Success, ""), (code, error));
        Assert.Contains("Read by SymbolNet, 19 classes", table, StringComparison.Ordinal);
        Assert.Contains("? It does not know: it is less than 89.1 % sure, and what stands there is a guess.", table, StringComparison.Ordinal);

        // A small 6 on a large sheet: squashed whole it is a dot, its ink alone a 6, and both together are in doubt.
        var both = await Entries();
        Assert.Equal(("mul", false, true), (both[0].GetProperty("label").GetString(), both[0].GetProperty("unsure").GetBoolean(), both[1].GetProperty("unsure").GetBoolean()));
        Assert.Equal("dec", (await Entries("--squash"))[1].GetProperty("label").GetString());
        Assert.Equal("6", (await Entries("--ink"))[1].GetProperty("label").GetString());

        async Task<JsonElement> Entries(params string[] look)
        {
            var (_, json, _) = await MathSymbolsProcess.RunAsync([.. arguments, "--json", .. look], cancellation: Stop);
            return JsonDocument.Parse(json).RootElement;
        }
    }

    [Fact]
    public async Task Ctrl_C_ends_the_waiting_for_standard_input()
    {
        Interrupt.SkipWhereIgnored();
        using var process = MathSymbolsProcess.Start(["predict", "-", "--work", _folder["work"]], input: true);

        // Long enough to have loaded, mostly; a signal that comes before that ends it as well.
        await Task.Delay(TimeSpan.FromSeconds(8), Stop);
        Assert.False(process.HasExited);
        await Interrupt.SendAsync(process);
        await process.WaitForExitAsync(Stop);
        Assert.Equal(ExitCode.Interrupted, process.ExitCode);
    }

    [Fact]
    public async Task What_cannot_be_done_is_said_in_a_sentence()
    {
        await RefusedAsync("There is no classifier", Predict(_folder["drawn"]));
        File.WriteAllText(_folder["head.safetensors"], "no classifier");
        await RefusedAsync("as safetensors: its header claims", Predict(_folder["drawn"]));
        await RefusedAsync("Required argument 'path' missing", ["predict"]);
        await RefusedAsync("has kept no weights of its last epoch: train it again", ["runs", "save", "full-vgg19-scaled-1", "--out", _folder["x"], "--work", _folder["work"], "--data", Shared.Need("handwritten-math-symbols")]);
    }

    [Fact]
    public async Task The_committed_classifier_reads_the_committed_handwriting_as_its_record_says()
    {
        var weights = Shared.Need("weights", "vgg19_notop.h5");
        var record = HandwritingResult.Committed()!;
        var own = OwnImages.Open(new() { Work = _folder["work"] }, Stop);
        Assert.Equal((own.Fingerprint, own.Images.Count), (record.Fingerprint, record.Rows.Count));
        foreach (var framing in Enum.GetValues<Framing>())
        {
            string[] way = framing == Framing.Ink ? ["--ink"] : [];
            var (code, output, error) = await MathSymbolsProcess.RunAsync(["predict", own.Folder, "--json", "--model", SavedClassifier.Find()!, "--vgg19-weights", weights, "--work", _folder["work"], .. way], cancellation: Stop);
            Assert.Equal((ExitCode.Success, ""), (code, error));
            var entries = JsonDocument.Parse(output).RootElement.EnumerateArray().ToList();
            Assert.Equal(record.Rows.Select(r => (r.File, r.Prediction(framing).Label)), entries.Select(e => (Path.GetFileName(e.GetProperty("path").GetString()!), e.GetProperty("label").GetString()!)));
            Assert.All(entries.Zip(record.Rows), p => Assert.Equal(p.Second.Prediction(framing).Probability, p.First.GetProperty("confidence").GetDouble(), 1e-3));
        }
    }

    private string[] Predict(params string[] arguments) => ["predict", "--model", _folder["head.safetensors"], "--work", _folder["work"], "--threads", "1", .. arguments];

    private async Task MeasuredAsync(string[] common)
    {
        string[] measure = ["robustness", "--model", _folder["head.safetensors"], "--sample", "4", .. common];
        var (code, output, error) = await MathSymbolsProcess.RunAsync([.. measure, "--out", _folder["robust", "result.json"]], cancellation: Stop);
        Assert.Equal((ExitCode.Success, ""), (code, error));
        var result = RobustnessResult.Read(_folder["robust", "result.json"]);
        Assert.Equal((4, 12, 1), (result.Counts.Clean.Count, result.Counts.Rows.Count, result.Subject.Threads));
        Assert.Contains($"{result}", output, StringComparison.Ordinal);
        Assert.Matches(FormattableString.Invariant($@"(?m)^ +unchanged +{result.Counts.Clean.Correct} of 4 +{100 * result.Counts.Clean.Accuracy:0.00} %"), output);
        Assert.All(result.Counts.Rows.SelectMany(r => r.Steps), s => Assert.Matches($"(?m)^ +{s.Name} +{s.Correct} of 4 ", output));

        await RefusedAsync("--sample takes a number of images, 1 or more; it was given 0", ["robustness", "--sample", "0", .. common]);
        await RefusedAsync("--out takes a file", [.. measure, "--out", _folder.Root]);
        await RefusedAsync("There is no classifier 'nowhere'", ["robustness", "--model", "nowhere", .. common]);
    }

    private static async Task RefusedAsync(string expected, string[] arguments)
    {
        var (code, output, error) = await MathSymbolsProcess.RunAsync(arguments, cancellation: Stop);
        Assert.Equal((ExitCode.Refused, ""), (code, output));
        Assert.Contains(expected, error, StringComparison.Ordinal);
        Assert.Single(error.Trim().Split('\n'));
    }

    private static Process Pipe(string[] arguments, string file)
    {
        var process = MathSymbolsProcess.Start(arguments, input: true);
        using var content = File.OpenRead(file);
        content.CopyTo(process.StandardInput.BaseStream);
        process.StandardInput.Close();
        return process;
    }
}
