using MathSymbols.Notebooks.Scripting.Magic;

namespace MathSymbols.Notebooks.Scripting.Packages;

/// <summary>Reads <c>#r "nuget: NAME, VERSION"</c> and <c>#i "nuget:FEED"</c>.</summary>
internal static class PackageLine
{
    internal static bool Is(Segment segment) => segment.Command is "#r" or "#i";

    internal static PackageRequest Package(MagicLine line)
    {
        var (name, version) = Content(line).Split(',', 2) is [var first, var second] ? (first.Trim(), second.Trim()) : (Content(line), null);
        if (name.Length == 0) throw line.Failure($"{line.Segment.Text} names no package; write #r \"nuget: NAME, VERSION\".");
        return new PackageRequest(name, string.IsNullOrEmpty(version) ? null : version);
    }

    internal static string Feed(MagicLine line, string folder)
    {
        var feed = Content(line);
        if (feed.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || feed.StartsWith("https://", StringComparison.OrdinalIgnoreCase)) return feed;
        if (feed.Length == 0) throw line.Failure($"{line.Segment.Text} names no feed; write #i \"nuget:FEED\".");
        // The engine takes no relative ones, and after one it restores nothing more.
        if (!Path.IsPathFullyQualified(feed)) throw line.Failure($"the notebook engine takes a feed by its whole path only; write #i \"nuget:{Path.GetFullPath(feed, folder)}\".");
        return Directory.Exists(feed) ? feed : throw line.Failure($"the folder of packages {feed} does not exist.");
    }

    private static string Content(MagicLine line)
    {
        var text = line.Segment.Text;
        var from = text.IndexOf(':', StringComparison.Ordinal) + 1;
        var to = text.IndexOf('"', from);
        return to < 0 ? throw line.Failure($"{text.Trim()} lacks the closing quote.") : text[from..to].Trim();
    }
}
