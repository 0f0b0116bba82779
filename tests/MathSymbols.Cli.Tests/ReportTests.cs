using System.Text.Json;
using MathSymbols.Data.Synthetic;
using MathSymbols.Runtime;
using MathSymbols.Tests.Support;
using Xunit;

namespace MathSymbols.Cli.Tests;

/// <summary>The main job, end to end: real notebooks in real child processes.</summary>
public sealed class ReportTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task All_notebooks_run_on_a_small_folder_and_report_what_they_computed()
    {
        SyntheticSymbols.WriteFolder(_folder["drawn"], 12, 7, TestContext.Current.CancellationToken);
        var report = await ReportAsync("--data", _folder["drawn"], "--epochs", "1", "--train-images", "64", "--set", "batch-size=32");
        Assert.All(report.GetProperty("notebooks").EnumerateArray(), n => Assert.Equal("ok", n.GetProperty("status").GetString()));
        var split = Value(report, "02-data", "split");
        Assert.Equal((228, 190, 143, 47, 38), (Number(split, "images"), Number(split, "train_and_validation"), Number(split, "train"), Number(split, "validation"), Number(split, "test")));
        Assert.Equal("[32, 3, 224, 224]", Value(report, "02-data", "batch").GetProperty("image_shape").GetString());
        Assert.Equal(3 * 224 * 224, Number(Value(report, "02-data", "pixel-histogram"), "total"));
        Assert.Equal(1, Value(report, "02-data", "scaled-maximum").GetProperty("train").GetDouble());
        Assert.Equal(21_891_347, Number(Value(report, "03-alexnet", "alexnet-summary"), "total"));
        Assert.Equal(64, Number(Value(report, "03-alexnet", "plan"), "train"));
        Assert.Equal(1, Value(report, "03-alexnet", "alexnet-curves").GetProperty("loss").GetArrayLength());
        Assert.Equal(4, Number(Value(report, "03-alexnet", "trials"), "count"));
        Assert.Equal(1, Value(report, "03-alexnet", "batchnorm").GetProperty("val_loss_running").GetArrayLength());
        Assert.Equal((4_608, 87_571), (Number(Value(report, "04-vgg19", "head"), "features"), Number(Value(report, "04-vgg19", "head"), "trainable")));
        Assert.Equal(1, Value(report, "04-vgg19", "vgg19-accuracy").GetProperty("val_accuracy").GetArrayLength());
        Assert.Equal(2, Value(report, "04-vgg19", "preprocessings").GetProperty("runs").GetArrayLength());
        Assert.Equal(3, Value(report, "05-evaluation", "candidates").GetProperty("runs").GetArrayLength());
        Assert.Equal(38, Number(Value(report, "05-evaluation", "evaluation"), "images"));
        Assert.Equal(38, Value(report, "05-evaluation", "confusion").GetProperty("counts").EnumerateArray().Sum(r => r.EnumerateArray().Sum(c => c.GetInt64())));
        Assert.True(Value(report, "06-handwriting", "saved-and-loaded").GetProperty("equal").GetBoolean());
        Assert.Equal(32, Number(Value(report, "06-handwriting", "saved-and-loaded"), "images"));
        var strip = Value(report, "06-handwriting", "handwriting");
        Assert.Equal((24, 24, 24), (Number(strip, "images"), Number(strip, "known"), strip.GetProperty("rows").GetArrayLength()));
        var ledger = Value(report, "07-conclusion", "ledger");
        Assert.Equal($"{Number(strip, "right_squash")} squashed, {Number(strip, "right_ink")} cropped, of 24", Cell(ledger, "own/right", "this_run").Text);
        Assert.Equal(Number(ledger, "figures"), ledger.GetProperty("rows").GetArrayLength());
        Assert.Equal(("228", "differs"), Cell(ledger, "data/images", "this_run"));
        Assert.Equal(("untrained", "differs"), Cell(ledger, "vgg19/weights", "this_run"));
        Assert.Contains("in this run", Value(report, "07-conclusion", "conclusion").GetProperty("points")[0].GetProperty("text").GetString(), StringComparison.Ordinal);
        Assert.Equal((228, 0), (Number(Value(report, "08-audit", "audit"), "images"), Number(Value(report, "08-audit", "audit"), "groups")));
        Assert.Equal([38, 38, 0], Value(report, "08-audit", "accuracy-by-copies").GetProperty("parts").EnumerateArray().Take(3).Select(p => Number(p, "count")));
        Assert.Equal(502_835, Number(Value(report, "09-symbolnet", "symbolnet-summary"), "trainable"));
        Assert.Equal(1, Value(report, "09-symbolnet", "symbolnet-curves").GetProperty("loss").GetArrayLength());
        Assert.Equal(10_071, Value(report, "09-symbolnet", "symbolnet-folds").GetProperty("models")[0].GetProperty("folds").EnumerateArray().Sum(f => Number(f, "count")));

        var page = await File.ReadAllTextAsync(_folder["out", "index.html"], TestContext.Current.CancellationToken);
        Assert.Contains("AlexNet", page, StringComparison.Ordinal);
        Assert.Contains("these numbers are not transfer learning", page, StringComparison.Ordinal);
        Assert.Contains("untrained base", page, StringComparison.Ordinal);
        Assert.DoesNotContain("role=\"alert\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_real_images_give_the_reports_numbers()
    {
        var report = await ReportAsync("--notebook", "02", "--data", Shared.Need("handwritten-math-symbols"));
        var split = Value(report, "02-data", "split");
        Assert.Equal((10_071, 19), (Number(split, "images"), Number(split, "classes")));
        Assert.Equal((9_053, 1_018), (Number(split, "train_and_validation"), Number(split, "test")));
        Assert.Equal((6_790, 2_263), (Number(split, "train"), Number(split, "validation")));
        Assert.Equal("[64, 3, 224, 224]", Value(report, "02-data", "batch").GetProperty("image_shape").GetString());
    }

    [Fact]
    public async Task The_evaluation_stands_alone_on_the_committed_runs_whose_supports_are_the_reports()
    {
        var report = await ReportAsync("--notebook", "05");
        var full = Value(report, "05-evaluation", "confusion-full");
        int[] supports = [60, 57, 44, 55, 53, 44, 59, 54, 56, 55, 60, 63, 62, 64, 58, 66, 46, 40, 22];
        Assert.Equal(supports, full.GetProperty("counts").EnumerateArray().Select(r => r.EnumerateArray().Sum(c => c.GetInt32())));
        Assert.Equal(1_018, Number(Value(report, "05-evaluation", "evaluation"), "images"));
        var facts = report.GetProperty("facts");
        Assert.Contains("thread", facts.GetProperty("Device").GetString(), StringComparison.Ordinal);
        Assert.Matches(@"^MathSymbols \S+, TorchSharp \S+, LibTorch \S+, \.NET \S+$", facts.GetProperty("Versions").GetString());
        Assert.Contains("report --out", facts.GetProperty("Command").GetString(), StringComparison.Ordinal);
        Assert.Equal([5, 5], Value(report, "05-evaluation", "full-seeds").GetProperty("groups").EnumerateArray().Select(g => g.GetProperty("seeds").GetArrayLength()).Where(n => n > 1));
    }

    [Fact]
    public async Task The_handwriting_stands_alone_or_says_in_one_sentence_what_to_run_first()
    {
        var (code, output, _) = await RunAsync("--notebook", "06");
        Assert.Equal(ExitCode.Failed, code);
        Assert.Contains("There is no own run on these images: run 03-alexnet or 04-vgg19 first. The committed classifier cannot stand in: There is no VGG19 weights file here", output, StringComparison.Ordinal);
        var report = await ReportAsync("--notebook", "06", "--vgg19-weights", Shared.Need("weights", "vgg19_notop.h5"));
        Assert.True(Value(report, "06-handwriting", "saved-and-loaded").GetProperty("equal").GetBoolean());
        Assert.Equal(24, Number(Value(report, "06-handwriting", "handwriting-full"), "known"));
    }

    [Fact]
    public async Task The_conclusion_stands_alone_and_the_committed_runs_agree_where_the_report_can_be_repeated()
    {
        var report = await ReportAsync("--notebook", "07");
        var ledger = Value(report, "07-conclusion", "ledger");
        Assert.Equal(("–", "missing"), Cell(ledger, "alexnet/test-accuracy", "this_run"));
        Assert.Equal(("10,071", "agrees"), Cell(ledger, "data/images", "full_run"));
        Assert.Equal(("22", "agrees"), Cell(ledger, "alexnet/epochs", "full_run"));
        Assert.Equal("agrees", Cell(ledger, "vgg19/test-accuracy", "full_run").Verdict);
        Assert.Equal("differs", Cell(ledger, "alexnet/test-accuracy", "full_run").Verdict);
        Assert.All(ledger.GetProperty("rows").EnumerateArray().Where(r => Verdict(r, "this_run") != "agrees" || Verdict(r, "full_run") != "agrees"), r => Assert.NotEqual("", r.GetProperty("reason").GetString() ?? ""));
        Assert.Contains("run 03-alexnet first", Value(report, "07-conclusion", "conclusion").GetProperty("points")[0].GetProperty("text").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_audit_stands_alone_and_says_where_a_run_would_be_needed()
    {
        SyntheticSymbols.WriteFolder(_folder["drawn"], 6, 7, TestContext.Current.CancellationToken);
        File.Copy(Directory.GetFiles(_folder["drawn", "x"]).Order(StringComparer.Ordinal).First(), _folder["drawn", "y", "relabelled.png"]);
        var report = await ReportAsync("--notebook", "08", "--data", _folder["drawn"]);
        Assert.Equal((115, 1, 1), (Number(Value(report, "08-audit", "audit"), "images"), Number(Value(report, "08-audit", "audit"), "groups"), Number(Value(report, "08-audit", "conflicts"), "groups")));
        Assert.Equal(2, Value(report, "08-audit", "conflicts").GetProperty("shown")[0].GetArrayLength());
        Assert.StartsWith("No run was made of these images and this split", Value(report, "08-audit", "accuracy-by-copies").GetProperty("text").GetString(), StringComparison.Ordinal);
        Assert.Contains("mathsymbols data folds", Value(report, "08-audit", "label-errors").GetProperty("text").GetString(), StringComparison.Ordinal);
        Assert.Equal(5, Value(report, "08-audit", "advice").GetProperty("points").GetArrayLength());
    }

    [Fact]
    public async Task An_image_that_cannot_be_decoded_is_named_in_the_report_and_nothing_fails()
    {
        SyntheticSymbols.WriteFolder(_folder["drawn"], 6, 7, TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(_folder["drawn", "add", "broken.png"], "no image", TestContext.Current.CancellationToken);
        var report = await ReportAsync("--notebook", "02", "--data", _folder["drawn"]);
        Assert.Equal(1, Number(Value(report, "02-data", "loading"), "left_out"));
        Assert.Contains("add/broken.png", await File.ReadAllTextAsync(_folder["out", "index.html"], TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cell_that_fails_gives_exit_code_1_and_the_report_all_the_same()
    {
        // Too few images for the split to leave any for validation.
        SyntheticSymbols.WriteFolder(_folder["drawn"], 1, 7, TestContext.Current.CancellationToken);
        var (code, output, _) = await RunAsync("--notebook", "02", "--data", _folder["drawn"]);
        Assert.Equal(ExitCode.Failed, code);
        Assert.Contains("There is no image to load", output, StringComparison.Ordinal);
        Assert.Contains("role=\"alert\"", await File.ReadAllTextAsync(_folder["out", "index.html"], TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Interrupted_it_writes_what_there_is_however_long_the_running_cell_takes()
    {
        Interrupt.SkipWhereIgnored();
        SyntheticSymbols.WriteFolder(_folder["drawn"], 6, 7, TestContext.Current.CancellationToken);
        string[] arguments = ["report", "--notebook", "03", "--notebook", "07", "--data", _folder["drawn"], "--epochs", "1000", "--set", "batch-size=8", "--out", _folder["out"], "--work", _folder["work"], "--grace", "10m"];
        using var process = MathSymbolsProcess.Start(arguments, folder: SolutionFolder.Find());
        var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        while (await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) is { } line && !line.StartsWith("03-alexnet: started", StringComparison.Ordinal))
        {
            // The source and its facts come first.
        }

        // The second is the runner's to heed: the report is waited for all the same.
        await Interrupt.SendAsync(process);
        await Interrupt.SendAsync(process);
        var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(process.ExitCode == ExitCode.Interrupted, output + await error);
        using var report = JsonDocument.Parse(await File.ReadAllTextAsync(_folder["out", "report.json"], TestContext.Current.CancellationToken));
        Assert.Equal(["cancelled", "notRun"], report.RootElement.GetProperty("notebooks").EnumerateArray().Select(n => n.GetProperty("status").GetString()));
        Assert.True(File.Exists(_folder["out", "index.html"]));
    }

    [Fact]
    public async Task The_runners_options_are_handed_on_and_judged_there()
    {
        var (code, _, error) = await RunAsync("--notebook", "07", "--memory", "much");
        Assert.Equal((ExitCode.Refused, "--memory wants a size with its unit, such as 2GiB or 1500MB, not much."), (code, error.Trim()));
    }

    private async Task<JsonElement> ReportAsync(params string[] arguments)
    {
        var (code, output, error) = await RunAsync(arguments);
        Assert.True(code == ExitCode.Success, output + error);
        using var document = JsonDocument.Parse(await File.ReadAllTextAsync(_folder["out", "report.json"], TestContext.Current.CancellationToken));
        return document.RootElement.Clone();
    }

    private Task<(int ExitCode, string Output, string Error)> RunAsync(params string[] arguments) => MathSymbolsProcess.RunAsync(
        ["report", "--out", _folder["out"], "--work", _folder["work"], .. arguments], folder: SolutionFolder.Find(), cancellation: TestContext.Current.CancellationToken);

    private static JsonElement Value(JsonElement report, string notebook, string name) =>
        report.GetProperty("notebooks").EnumerateArray().Single(n => n.GetProperty("name").GetString() == notebook).GetProperty("values").GetProperty(name);

    private static (string? Text, string? Verdict) Cell(JsonElement ledger, string id, string side)
    {
        var row = ledger.GetProperty("rows").EnumerateArray().Single(r => r.GetProperty("id").GetString() == id);
        return (row.GetProperty(side).GetProperty("value").GetString(), Verdict(row, side));
    }

    private static string? Verdict(JsonElement row, string side) => row.GetProperty(side).GetProperty("verdict").GetString();

    private static long Number(JsonElement value, string name) => value.GetProperty(name).GetInt64();
}
