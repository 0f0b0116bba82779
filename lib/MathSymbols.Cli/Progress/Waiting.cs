namespace MathSymbols.Cli.Progress;

/// <summary>Says that another process is at the same work.</summary>
internal static class Waiting
{
    /// <summary>For a pixel file that another process is building.</summary>
    public const string ForPixels = "Another process is building the same file; waiting for it.";

    /// <summary>For a folder that another process is unpacking into.</summary>
    public const string ForDataset = "Another process is unpacking into the same folder; waiting for it.";

    /// <summary>Says so on standard error, for commands whose output is the result.</summary>
    public static void SayPixels() => Console.Error.WriteLine($"mathsymbols: {ForPixels}");
}
