using System.Text;

namespace MathSymbols.Storage.Archives;

/// <summary>
/// The name of an archive's entry and what it allows. It is judged alike on every system, so that an archive gives the same files
/// everywhere: what only Windows minds counts on Linux, too.
/// </summary>
/// <param name="Path">The name with '/' between its parts, without "." and empty parts; as it was where the verdict is not good.</param>
/// <param name="Verdict">What it allows.</param>
internal sealed record ArchiveName(string Path, NameVerdict Verdict)
{
    // A file system's own limit, in bytes of UTF-8.
    private const int MostPartBytes = 255;

    private static readonly HashSet<string> Devices = new(
        [.. (string[])["CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$"], .. "0123456789¹²³".SelectMany(d => (string[])[$"COM{d}", $"LPT{d}"])], StringComparer.OrdinalIgnoreCase);

    /// <summary>Judges a name.</summary>
    /// <param name="name">As the archive has it. A backslash separates: old programs for Windows write it, and there it always does.</param>
    public static ArchiveName Of(string name)
    {
        var path = name.Replace('\\', '/');
        if (path.StartsWith('/') || IsDrive(path)) return new(name, NameVerdict.Outside);
        var parts = path.Split('/').Where(p => p is not ("" or ".")).ToArray();
        if (parts.Contains("..")) return new(name, NameVerdict.Outside);
        return parts.Length > 0 && parts.All(IsUsable) ? new(string.Join('/', parts), NameVerdict.Good) : new(name, NameVerdict.Unusable);
    }

    private static bool IsDrive(string path) => path.Length >= 2 && path[1] == ':' && char.IsAsciiLetter(path[0]);

    private static bool IsUsable(string part) =>
        !part.Any(IsForbidden)
        && part[^1] is not ('.' or ' ')
        && !Devices.Contains(part.Split('.')[0].TrimEnd(' '))
        && Encoding.UTF8.GetByteCount(part) <= MostPartBytes;

    // U+FFFD stands where the name was no UTF-8: what it was is not known.
    private static bool IsForbidden(char c) => char.IsControl(c) || c is '<' or '>' or ':' or '"' or '|' or '?' or '*' or '\uFFFD';
}
