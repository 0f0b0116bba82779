using MathSymbols.Data;
using MathSymbols.Data.Obtain;
using MathSymbols.Storage;
using MathSymbols.Tests.Support;
using Xunit;
using static MathSymbols.Tests.Support.LoopbackServer;

namespace MathSymbols.Tests.Data.Obtain;

public sealed class DatasetSourceTests : IDisposable
{
    private static readonly byte[] Content = [1, 2, 3];

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Kaggle_leads_to_another_server_which_does_not_learn_who_asks()
    {
        var credentials = KaggleCredentials.Find(name => name is "KAGGLE_USERNAME" ? "me" : name is "KAGGLE_KEY" ? "secret" : null, _folder.Root);
        using var storage = new LoopbackServer(_ => Answer.Whole(Content));
        using var kaggle = new LoopbackServer(_ => new("302 Found", [$"Location: {storage.Address}?signature=x", "Content-Length: 0"], []));
        using var fetched = new DatasetSource(kaggle.Address, "", credentials).Fetch(Work, progress: null, TestContext.Current.CancellationToken);
        Assert.Equal(Content, File.ReadAllBytes(fetched.FilePath));
        Assert.StartsWith("Basic ", kaggle.Requests[0].Headers["Authorization"], StringComparison.Ordinal);
        Assert.DoesNotContain("Authorization", storage.Requests[0].Headers.Keys);
    }

    [Theory]
    [InlineData("401 Unauthorized", false, "set KAGGLE_USERNAME and KAGGLE_KEY")]
    [InlineData("403 Forbidden", true, "check the name and key")]
    [InlineData("404 Not Found", false, "fetch the archive with a browser from https://www.kaggle.com/datasets/")]
    public void A_refusal_says_what_to_do(string status, bool known, string advice)
    {
        var credentials = known ? KaggleCredentials.Find(_ => "secret", _folder.Root) : null;
        using var kaggle = new LoopbackServer(_ => new(status, ["Content-Length: 0"], []));
        var source = new DatasetSource(kaggle.Address, DatasetSource.AdviceFor(credentials), credentials);
        var error = Assert.Throws<DownloadException>(() => source.Fetch(Work, progress: null, TestContext.Current.CancellationToken));
        Assert.Contains(status[..3], error.Message, StringComparison.Ordinal);
        Assert.Contains(advice, error.Message, StringComparison.Ordinal);
        Assert.Contains("--from FILE", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void An_archive_that_came_whole_is_not_fetched_again_until_it_is_discarded()
    {
        using var server = new LoopbackServer(_ => Answer.Whole(Content));
        var source = DatasetSource.Parse($"{server.Address}?key=secret");
        Assert.True(source.IsRemote);
        Assert.Equal(server.Address.ToString(), source.Name);
        using (source.Fetch(Work, progress: null, TestContext.Current.CancellationToken))
        {
        }

        using (var again = source.Fetch(Work, progress: null, TestContext.Current.CancellationToken)) again.Discard();
        Assert.Single(server.Requests);
        Assert.Empty(Directory.GetFiles(Work.Downloads, "*.zip"));
        using (source.Fetch(Work, progress: null, TestContext.Current.CancellationToken))
        {
        }

        Assert.Equal(2, server.Requests.Count);
    }

    [Fact]
    public void A_signed_address_goes_on_whatever_its_query_but_a_whole_archive_is_that_of_its_own()
    {
        const string tag = "\"one\"";
        using var server = new LoopbackServer(r => r.From > 0 ? Answer.Rest(Content, r.From, tag) : r.Path.EndsWith("=1", StringComparison.Ordinal) ? new("200 OK", ["Content-Length: 3", $"ETag: {tag}"], Content[..1]) { ThenSilence = true } : Answer.Whole([7], "\"two\""));
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        Assert.ThrowsAny<OperationCanceledException>(() => Fetch("signature=1", stop.Token, p => { if (p.Done > 0) stop.Cancel(); }));
        Assert.Equal(Content, Fetch("signature=2", TestContext.Current.CancellationToken));
        Assert.Equal(Content, Fetch("signature=2", TestContext.Current.CancellationToken));
        Assert.Equal([0, 1], server.Requests.Select(r => r.From));
        Assert.Equal([7], Fetch("signature=3", TestContext.Current.CancellationToken));
        Assert.Equal(["zip", "zip.lock", "zip.query"], Directory.GetFiles(Work.Downloads).Select(f => Path.GetFileName(f).Split('.', 2)[1]).Order(StringComparer.Ordinal));

        byte[] Fetch(string query, CancellationToken cancellation, Action<DownloadProgress>? progress = null)
        {
            using var archive = DatasetSource.Parse($"{server.Address}?{query}").Fetch(Work, progress, cancellation);
            return File.ReadAllBytes(archive.FilePath);
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void What_it_has_given_is_known_again(bool isRemote)
    {
        var cancellation = TestContext.Current.CancellationToken;
        var bytes = File.ReadAllBytes(ZipSketch.At(_folder["a.zip"], ZipSketch.Item.Deflated("top/0/a.png", Content), new("top/1/b.png", Content), new("top/readme.txt", Content)));
        using var server = new LoopbackServer(_ => Answer.Whole(bytes));
        DatasetSource Named(string query) => DatasetSource.Parse(isRemote ? $"{server.Address}?{query}" : _folder["a.zip"]);
        ImageFolder images;
        using (var target = DatasetTarget.Take(_folder["data"], Work, waiting: null, cancellation))
        using (var archive = Named("key=1").Fetch(Work, progress: null, cancellation))
        {
            images = DatasetUnpacker.Unpack(archive, target, progress: null, cancellation).Images;
            archive.Discard();
        }

        Assert.True(Named("key=1").HasGiven(images, Work, cancellation));
        if (isRemote) Assert.False(Named("key=2").HasGiven(images, Work, cancellation));
        File.WriteAllBytes(_folder["data", "1", "b.png"], [3, 2, 1]);
        Assert.False(Named("key=1").HasGiven(images, Work, cancellation));
        File.WriteAllBytes(_folder["a.zip"], Content);
        Assert.False(Named("key=1").HasGiven(images, Work, cancellation));
    }

    [Fact]
    public void What_waits_is_deleted_on_demand_but_for_what_is_in_use()
    {
        using var server = new LoopbackServer(_ => Answer.Whole(Content, "\"one\""));
        DatasetSource.DeleteKept(Work);
        using (DatasetSource.Parse(server.Address.ToString()).Fetch(Work, progress: null, TestContext.Current.CancellationToken))
        {
            File.WriteAllBytes(Path.Combine(Work.Downloads, "own.zip"), Content);
            DatasetSource.DeleteKept(Work);
            Assert.Equal(4, Directory.GetFiles(Work.Downloads).Length);
        }

        DatasetSource.DeleteKept(Work);
        Assert.Equal(["zip", "zip.lock"], Directory.GetFiles(Work.Downloads).Select(f => Path.GetFileName(f).Split('.', 2)[1]).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_persons_own_file_is_never_deleted()
    {
        File.WriteAllBytes(_folder["mine.zip"], Content);
        var source = DatasetSource.Parse(_folder["mine.zip"]);
        Assert.False(source.IsRemote);
        using var archive = source.Fetch(Work, progress: null, TestContext.Current.CancellationToken);
        archive.Discard();
        Assert.Equal(Content, File.ReadAllBytes(archive.FilePath));
    }

    [Theory]
    [InlineData("http://192.0.2.1/a.zip", "https://")]
    [InlineData("ftp://localhost/a.zip", "https://")]
    [InlineData("file:///etc/passwd", "https://")]
    [InlineData("http://127.0.0.1.example.com/a.zip", "https://")]
    [InlineData("https://", "https://")]
    [InlineData("https://me:secret@192.0.2.1/a.zip", "a name or a password")]
    [InlineData("no-such-file.zip", "There is no file")]
    [InlineData("/", "is a folder")]
    public void Anything_else_is_refused(string given, string why)
    {
        var error = Assert.Throws<DataException>(() => DatasetSource.Parse(given));
        Assert.Contains(why, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", error.Message, StringComparison.Ordinal);
    }

    private WorkFolder Work => new(_folder["work"]);
}
