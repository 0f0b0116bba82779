using MathSymbols.Data;
using MathSymbols.Data.Synthetic;
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
        (Code, Output, Error) = await RunAsync("audit");
    }

    /// <summary>The same once more, into another folder.</summary>
    public async Task<(int Code, string Output, string Error)> RunAsync(string name, params (string Name, string Value)[] environment) => await MathSymbolsProcess.RunAsync(
        ["data", "audit", "--data", _folder["drawn"], "--split", _folder["split.tsv"], "--out", _folder[name], "--work", _folder["work"]], environment);

    /// <summary>A file of such a run.</summary>
    public byte[] Read(string name, string file) => File.ReadAllBytes(_folder[name, file]);

    /// <summary>A drawing's path.</summary>
    public string Drawn(string symbol, int index) => Directory.GetFiles(_folder["drawn", symbol], "synthetic-*").Order(StringComparer.Ordinal).ElementAt(index);

    public ValueTask DisposeAsync()
    {
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }
}
