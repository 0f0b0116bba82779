using MathSymbols.Storage;
using MathSymbols.Tests.Support;
using Xunit;
using static MathSymbols.Tests.Support.LoopbackServer;

namespace MathSymbols.Tests.Storage;

/// <summary>A folder that a test downloads into, and what it should hold in the end.</summary>
internal sealed class DownloadPlace : IDisposable
{
    public const string Tag = "\"one\"";

    private readonly TemporaryFolder _folder = new();
    private readonly CancellationTokenSource _stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);

    // Whatever hangs fails.
    public DownloadPlace() => _stop.CancelAfter(TimeSpan.FromMinutes(2));

    public static byte[] Content { get; } = [.. Enumerable.Range(0, 300_000).Select(i => (byte)(i * 7 / 3))];

    public static Answer NotFound { get; } = new("404 Not Found", ["Content-Length: 0"], []);

    public string Folder => _folder["deep"];

    public string Target => _folder["deep", "file.bin"];

    /// <summary>Its pauses take no time.</summary>
    public SwiftClock Clock { get; init; } = new();

    /// <summary>What it was told, in order.</summary>
    public List<DownloadProgress> Told { get; } = [];

    public IEnumerable<string> Notes => Told.Select(t => t.Note).OfType<string>();

    public CancellationToken Cancellation => _stop.Token;

    public void Dispose()
    {
        _stop.Dispose();
        _folder.Dispose();
    }

    public DownloadRequest Request(LoopbackServer server, string path = "/file.bin") =>
        new(new(server.Address, path), Target, long.MaxValue) { PlainLoopback = true, Stall = TimeSpan.FromSeconds(20), Clock = Clock };

    public void Run(DownloadRequest request) => Download.Run(request, Told.Add, Cancellation);

    /// <summary>Downloads in vain; the sentence.</summary>
    public string Refused(DownloadRequest request)
    {
        var error = Assert.Throws<DownloadException>(() => Run(request));
        Assert.Matches("^Cannot download '[^\n]*[^.]\\.$", error.Message);
        return error.Message;
    }

    /// <summary>Leaves the first bytes of a file as an earlier run does that came no further.</summary>
    public void Leave(byte[] file, int count, string? tag = Tag)
    {
        using var server = new LoopbackServer(InTurn(Answer.Whole(file, tag, onlyFirst: count), NotFound));
        Refused(Request(server));
    }

    public void AssertDone()
    {
        Assert.Equal(Content, File.ReadAllBytes(Target));
        AssertFiles("file.bin", "file.bin.lock");
    }

    public void AssertFiles(params string[] names) => Assert.Equal(names, Directory.GetFiles(Folder).Select(Path.GetFileName).Order(StringComparer.Ordinal));

    public static string MD5(byte[] bytes)
    {
        using var stream = new MemoryStream(bytes);
        return Md5.Of(stream, CancellationToken.None);
    }
}
