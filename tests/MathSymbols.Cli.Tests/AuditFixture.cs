using MathSymbols.Data;
using MathSymbols.Data.Synthetic;
using MathSymbols.Runs;
using MathSymbols.Tests.Support;
using SkiaSharp;
using Xunit;

namespace MathSymbols.Cli.Tests;

/// <summary>An audit of drawings among which copies, a mark and a file that will not load were planted.</summary>
public sealed class AuditFixture : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();

    public int Code { get; private set; }

    public string Output { get; private set; } = "";

    public string Error { get; private set; } = "";

    public string PathOf(string name) => _folder["audit", name];

    public async ValueTask InitializeAsync()
    {
        SyntheticSymbols.WriteFolder(_folder["drawn"], 4, 1);
        File.Copy(Drawn("x", 0), _folder["drawn", "y", "relabelled.png"]);
        await File.WriteAllTextAsync(_folder["drawn", "z", "broken.png"], "no image");
        using (var image = SKImage.FromEncodedData(Drawn("2", 1)))
        using (var data = image.Encode(SKEncodedImageFormat.Jpeg, 90)) await File.WriteAllBytesAsync(_folder["drawn", "2", "again.jpg"], data.ToArray());
        var images = ImageFolder.Open(_folder["drawn"]);
        await File.WriteAllLinesAsync(_folder["split.tsv"], images.Files.Select(f => $"{f.Path}\t{(f.Name == "again.jpg" ? "test" : f.Name.Contains("0003", StringComparison.Ordinal) ? "val" : "train")}"));
        WritePredictions(images);
        (Code, Output, Error) = await RunAsync("audit");
    }

    /// <summary>What two runs said of the images that each was tested on.</summary>
    public IReadOnlyList<string> Predictions => [_folder["fold-0.tsv"], _folder["fold-1.tsv"]];

    /// <summary>The same once more, into another folder.</summary>
    public async Task<(int Code, string Output, string Error)> RunAsync(string name, params (string Name, string Value)[] environment) => await MathSymbolsProcess.RunAsync(
        ["data", "audit", "--data", _folder["drawn"], "--split", _folder["split.tsv"], "--out", _folder[name], "--work", _folder["work"], .. Predictions.SelectMany(p => (string[])["--predictions", p])], environment);

    /// <summary>A file of such a run.</summary>
    public byte[] Read(string name, string file) => File.ReadAllBytes(_folder[name, file]);

    /// <summary>A drawing's path.</summary>
    public string Drawn(string symbol, int index) => Directory.GetFiles(_folder["drawn", symbol], "synthetic-*").Order(StringComparer.Ordinal).ElementAt(index);

    // Sure of every drawing as what was drawn; of the copy and of the broken file, there is none.
    private void WritePredictions(ImageFolder images)
    {
        var x = images.ClassNames.ToList().IndexOf("x");
        Prediction Of(ImageFile file) => new(file.Path, RunSet.Test, file.Label, Sure(file.Name == "relabelled.png" ? x : file.Label, file.Name == "relabelled.png" ? 0.97f : 0.9f));
        float[] Sure(int label, float share) => [.. images.ClassNames.Select((_, c) => c == label ? share : (1 - share) / (images.ClassNames.Count - 1))];
        var drawn = images.Files.Where(f => f.Name is not ("again.jpg" or "broken.png")).ToList();
        for (var fold = 0; fold < Predictions.Count; fold++)
            new PredictionsFile(images.ClassNames, [.. drawn.Where((_, i) => i % Predictions.Count == fold).Select(Of)]).Write(Predictions[fold]);
    }

    public ValueTask DisposeAsync()
    {
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }
}
