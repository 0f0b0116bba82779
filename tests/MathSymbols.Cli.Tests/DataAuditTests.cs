using System.Text.Json.Nodes;
using MathSymbols.Data.Audit;
using MathSymbols.Figures.Audit;
using MathSymbols.Tests.Browser;
using Xunit;

namespace MathSymbols.Cli.Tests;

public sealed class DataAuditTests(AuditFixture audit, Chromium chromium) : IClassFixture<AuditFixture>, IClassFixture<Chromium>
{
    private JsonNode Json => JsonNode.Parse(audit.Read("audit", AuditFormat.FileName))!;

    [Fact]
    public void What_was_planted_is_told_and_a_file_that_will_not_load_gives_exit_code_1()
    {
        Assert.Equal((ExitCode.Failed, ""), (audit.Code, audit.Error));
        Assert.Contains("79 images, of which 1 will not load", audit.Output, StringComparison.Ordinal);
        Assert.Contains("Copies: 2 groups of 4 images; the same bytes 1, the same pixels 0, near 1.", audit.Output, StringComparison.Ordinal);
        Assert.Contains("In different classes: 1 group.\n  'x/synthetic-0001-0000.png' (train), 'y/relabelled.png' (train)", audit.Output.ReplaceLineEndings("\n"), StringComparison.Ordinal);
        Assert.Contains("On both sides of the split: 1 group; of 1 test images 1 have a copy in training or validation, 1 in training; of 19 validation images 0 in training.", audit.Output, StringComparison.Ordinal);
        Assert.Contains("Labels that may be wrong: 1 of 77 images with a prediction, 1.0 estimated; 2 images without one.\n  'y/relabelled.png' (0.2 %), rather x (97.0 %)", audit.Output.ReplaceLineEndings("\n"), StringComparison.Ordinal);
        Assert.Contains("will not load: z/broken.png: the file is no image", audit.Output, StringComparison.Ordinal);
        Assert.Contains(audit.PathOf(AuditPage.FileName), audit.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void The_file_says_what_it_is_and_holds_every_finding()
    {
        Assert.Equal((AuditFormat.Name, AuditFormat.Version, 79), ((string)Json["format"]!, (int)Json["version"]!, (int)Json["images"]!));
        var groups = Json["copies"]!["groups"]!.AsArray();
        Assert.Equal(["near", "same bytes"], groups.Select(g => (string)g!["kind"]!));
        Assert.Equal([(false, true), (true, false)], groups.Select(g => ((bool)g!["different_classes"]!, (bool)g["across_the_split"]!)));
        Assert.Equal(["test", "train"], groups[0]!["images"]!.AsArray().Select(i => (string)i!["part"]!));
        Assert.InRange((double)groups[0]!["pairs"]![0]!["worst"]!, 0, 0.05);
        Assert.Equal(78, Json["format_and_size"]!["kinds"]!.AsArray().Sum(k => k!["classes"]!.AsObject().Sum(c => (int)c.Value!)));
        var labels = Json["label_errors"]!;
        Assert.Equal((77, 2, 19), ((int)labels["images_with_a_prediction"]!, (int)labels["images_without"]!, labels["thresholds"]!.AsObject().Count));
        Assert.Equal((4, 1), ((int)labels["confident_joint"]!["y"]!["y"]!, (int)labels["confident_joint"]!["y"]!["x"]!));
        Assert.Equal(["y/relabelled.png", "y", "x"], ((string[])["path", "class", "suggested"]).Select(m => (string)labels["candidates"]!.AsArray().Single()![m]!));
        Assert.Equal("z/broken.png", (string)Json["will_not_load"]![0]!["path"]!);
    }

    [Fact]
    public async Task Both_files_are_the_same_byte_for_byte_whatever_the_number_of_cores()
    {
        Assert.Equal(ExitCode.Failed, (await audit.RunAsync("again", ("DOTNET_PROCESSOR_COUNT", "1"))).Code);
        foreach (var file in (string[])[AuditFormat.FileName, AuditPage.FileName]) Assert.Equal(audit.Read("audit", file), audit.Read("again", file));
    }

    [Fact]
    public async Task The_page_stands_alone_in_light_and_dark_and_on_a_telephone()
    {
        await using (var wide = await chromium.OpenAsync(audit.PathOf(AuditPage.FileName)))
        {
            Assert.Equal(["x/synthetic-0001-0000.pngx, train", "y/relabelled.pngy, train"], await wide.TextsAsync("[...document.querySelectorAll('#classes .ms-grid > div')].map(d => d.textContent)"));
            Assert.Equal(["y/relabelled.pngy (0.2\u00a0%) → x (97.0\u00a0%)"], await wide.TextsAsync("[...document.querySelectorAll('#labels .ms-grid > div')].map(d => d.textContent)"));
            Assert.Equal(0, await wide.EvaluateAsync<double>("[...document.images].filter(i => !i.naturalWidth).length"));
            await PageChecks.IsAccessibleAsync(wide);
            PageChecks.HasStoodAlone(wide);
        }

        await using var narrow = await chromium.OpenAsync(audit.PathOf(AuditPage.FileName), width: 390);
        await PageChecks.FitsAsync(narrow);
    }

    [Fact]
    public async Task What_cannot_be_done_is_refused_in_one_sentence()
    {
        var (data, file, nowhere) = (audit.PathOf("../drawn"), audit.Drawn("x", 0), audit.PathOf("refused"));
        foreach (var (more, named) in ((string[], string)[])[(["--out", file], file), (["--out", nowhere, "--split", "no-such-file.tsv"], "no-such-file.tsv"),
            (["--out", nowhere, "--predictions", audit.Predictions[0], "--predictions", audit.Predictions[0]], "twice"), (["--out", nowhere, "--predictions", "no-such-run.tsv"], "no-such-run.tsv")])
        {
            var (code, _, error) = await MathSymbolsProcess.RunAsync(["data", "audit", "--data", data, .. more], cancellation: TestContext.Current.CancellationToken);
            Assert.Equal(ExitCode.Refused, code);
            Assert.StartsWith("mathsymbols: ", error, StringComparison.Ordinal);
            Assert.Contains(named, error, StringComparison.Ordinal);
            Assert.Single(error.TrimEnd().Split('\n'));
        }

        Assert.False(Path.Exists(nowhere));
    }
}
