using Markdig.Syntax.Inlines;

namespace MathSymbols.Notebooks.Page;

/// <summary>
/// Puts a picture's file into the page, which asks for nothing from outside. Only what lies with the notebook: a page is handed on, and
/// somebody else's notebook must not pick files to go with it.
/// </summary>
internal static class Pictures
{
    private static readonly Dictionary<string, string> MimeTypes = new(StringComparer.OrdinalIgnoreCase)
    {
        [".png"] = "image/png", [".jpg"] = "image/jpeg", [".jpeg"] = "image/jpeg", [".gif"] = "image/gif", [".svg"] = "image/svg+xml", [".webp"] = "image/webp",
    };

    internal static void Embed(LinkInline picture, string folder)
    {
        if (picture.Url is not { } url || url.StartsWith("data:", StringComparison.OrdinalIgnoreCase)) return;
        if (Read(url, folder) is { } data) picture.Url = data;
        // What cannot be embedded becomes a link to where it is.
        else picture.IsImage = false;
    }

    /// <summary>The picture as a data address; null when there is none to put into the page.</summary>
    internal static string? Read(string url, string folder)
    {
        try
        {
            var root = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder)) + Path.DirectorySeparatorChar;
            var path = Path.GetFullPath(Uri.UnescapeDataString(url), folder);
            if (!path.StartsWith(root, StringComparison.Ordinal) || !MimeTypes.TryGetValue(Path.GetExtension(path), out var mimeType) || !File.Exists(path)) return null;
            return $"data:{mimeType};base64,{Convert.ToBase64String(File.ReadAllBytes(path))}";
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return null;
        }
    }
}
