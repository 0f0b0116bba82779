using MathSymbols.Models;
using MathSymbols.Runtime;
using MathSymbols.Storage;
using MathSymbols.Tests.Support;
using Xunit;
using static MathSymbols.Tests.Support.LoopbackServer;

namespace MathSymbols.Tests.Models;

public sealed class Vgg19WeightsFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public Vgg19WeightsFileTests() =>
        Assert.SkipWhen(File.Exists(Path.Combine(SolutionFolder.Find()!, "models", Vgg19WeightsFile.Name)), "models/ has a weights file here, which would be found first");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_named_file_comes_before_the_work_folders()
    {
        var settings = Settings(download: false);
        Assert.Null(Vgg19WeightsFile.Find(settings));
        var inWork = Put(Vgg19WeightsFile.InWorkFolder(settings));
        Assert.Equal(new(WeightsOrigin.Found, inWork, Reason: null), Vgg19WeightsFile.Obtain(settings, cancellation: TestContext.Current.CancellationToken));
        var named = Put(_folder["named.h5"]);
        Assert.Equal(named, Vgg19WeightsFile.Find(settings with { Vgg19Weights = named }));
        var missing = Assert.Throws<WeightsException>(() => Vgg19WeightsFile.Obtain(settings with { Vgg19Weights = _folder["nowhere.h5"] }, cancellation: TestContext.Current.CancellationToken));
        Assert.Contains("nowhere.h5': correct the setting vgg19-weights", missing.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Where_downloading_is_forbidden_nobody_is_asked()
    {
        using var server = new LoopbackServer(_ => Answer.Whole([1]));
        var obtained = Obtain(Settings(download: false), server);
        Assert.False(obtained.Available);
        Assert.Equal(WeightsOrigin.Unavailable, obtained.Origin);
        Assert.Contains("the setting download forbids", obtained.Reason, StringComparison.Ordinal);
        Assert.Empty(server.Requests);
    }

    [Fact]
    public void What_is_missing_is_downloaded_once()
    {
        using var server = new LoopbackServer(_ => Answer.Whole([1, 2, 3]));
        var settings = Settings(download: true);
        var path = Vgg19WeightsFile.InWorkFolder(settings);
        Assert.Equal(new(WeightsOrigin.Downloaded, path, Reason: null), Obtain(settings, server));
        Assert.Equal(new(WeightsOrigin.Found, path, Reason: null), Obtain(settings, server));
        Assert.Single(server.Requests);
        Assert.Equal([1, 2, 3], File.ReadAllBytes(path));
    }

    [Fact]
    public void A_download_that_fails_is_a_reason_and_no_exception()
    {
        using var server = new LoopbackServer(_ => new("503 Service Unavailable", ["Content-Length: 0"], []));
        var obtained = Obtain(Settings(download: true), server);
        Assert.Equal((WeightsOrigin.Unavailable, null), (obtained.Origin, obtained.FilePath));
        Assert.Contains("503", obtained.Reason, StringComparison.Ordinal);
        Assert.Contains("vgg19-weights", obtained.Reason, StringComparison.Ordinal);
        File.WriteAllText(_folder["file"], "");
        Assert.Equal(WeightsOrigin.Unavailable, Obtain(Settings(download: true) with { Work = _folder["file", "work"] }, server).Origin);
    }

    [Fact]
    public void Ending_it_ends_it()
    {
        using var server = new LoopbackServer(_ => Answer.Whole([1]));
        Assert.ThrowsAny<OperationCanceledException>(() => Vgg19WeightsFile.Obtain(Settings(download: true), Request(Settings(download: true), server), progress: null, new(canceled: true)));
    }

    private Settings Settings(bool download) => new() { Work = _folder["work"], Download = download };

    private static DownloadRequest Request(Settings settings, LoopbackServer server) => new(server.Address, Vgg19WeightsFile.InWorkFolder(settings), MostBytes: 100) { PlainLoopback = true, Clock = new SwiftClock() };

    private static ObtainedWeights Obtain(Settings settings, LoopbackServer server) =>
        Vgg19WeightsFile.Obtain(settings, Request(settings, server), progress: null, TestContext.Current.CancellationToken);

    private static string Put(string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, "weights");
        return path;
    }
}
