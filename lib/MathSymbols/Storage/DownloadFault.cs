namespace MathSymbols.Storage;

/// <summary>Why a try ended that another try may make good.</summary>
/// <param name="Words">What happened, as part of a sentence.</param>
/// <param name="Advice">What a person may do once the further tries have ended likewise.</param>
internal sealed record DownloadFault(string Words, string Advice = "try again later")
{
    /// <summary>The server's bytes come, but so few that they would never be all there.</summary>
    public static DownloadFault TooSlow { get; } = new($"the server sends fewer than {DownloadPace.LeastBytesPerSecond} bytes a second") { BringsNothing = true };

    /// <summary>The server has misunderstood what was asked, or means to mislead.</summary>
    public static DownloadFault Unfitting { get; } = new("the server sends something else than was asked for") { BringsNothing = true };

    /// <summary>How long the server asks to be left alone.</summary>
    public TimeSpan Rest { get; init; }

    /// <summary>Whether no server was reached at all: no reason for more tries where none ever was.</summary>
    public bool Unreached { get; init; }

    /// <summary>Whether a try that ends so has brought nothing, bytes or not.</summary>
    public bool BringsNothing { get; init; }

    /// <summary>After how many bytes the server itself ended what it sends; null when it did not.</summary>
    public long? EndedAfter { get; init; }

    /// <summary>The connection ended too soon.</summary>
    /// <param name="done">Bytes that are there; null when the answer had not begun.</param>
    public static DownloadFault BrokenOff(long? done) => new($"the connection broke off{After(done)}");

    /// <summary>The connection stands, but nothing comes.</summary>
    /// <param name="done">Bytes that are there; null when the answer had not begun.</param>
    public static DownloadFault Stalled(long? done) => new(done is null ? "the server does not answer" : $"the server has stopped sending{After(done)}");

    private static string After(long? done) => done > 0 ? $" after {DiskSpace.Size(done.Value)}" : "";
}
