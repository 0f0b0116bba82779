using MathSymbols.Tests.Support;
using Xunit;

namespace MathSymbols.Tests.Storage;

public sealed class DownloadRefusalTests : IDisposable
{
    private readonly DownloadPlace _place = new();

    public void Dispose() => _place.Dispose();

    [Theory]
    [InlineData(401, " (Unauthorized); it is not given to everybody, or not from this network")]
    [InlineData(403, " (Forbidden); it is not given to everybody, or not from this network")]
    [InlineData(404, " (Not Found); the file is not there any more, so it must come from elsewhere")]
    [InlineData(410, " (Gone); the file is not there any more, so it must come from elsewhere")]
    [InlineData(302, " (Found)")]
    [InlineData(418, "")]
    [InlineData(799, "")]
    public void A_refusal_is_told_with_what_to_do_and_not_repeated(int status, string words)
    {
        using var server = new LoopbackServer(_ => new($"{status} \u0007anything", ["Content-Length: 0"], []));
        Assert.EndsWith($"the server answers {status}{words}.", _place.Refused(_place.Request(server)), StringComparison.Ordinal);
        Assert.Single(server.Requests);
    }

    [Theory]
    [InlineData(401)]
    [InlineData(403)]
    [InlineData(404)]
    [InlineData(410)]
    public void Who_asks_can_say_what_is_missing(int status)
    {
        using var server = new LoopbackServer(_ => new($"{status} No", ["Content-Length: 0"], []));
        var sentence = _place.Refused(_place.Request(server) with { Refused = "name an account" });
        Assert.EndsWith("; name an account.", sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void Neither_a_query_nor_a_password_is_told()
    {
        using var server = new LoopbackServer(_ => DownloadPlace.NotFound);
        var request = _place.Request(server);
        var sentence = _place.Refused(request with { Source = new UriBuilder(server.Address) { UserName = "me", Password = "hidden", Query = "key=hidden", Fragment = "hidden" }.Uri });
        Assert.StartsWith($"Cannot download '{server.Address}':", sentence, StringComparison.Ordinal);
        Assert.DoesNotContain("hidden", sentence, StringComparison.Ordinal);
    }
}
