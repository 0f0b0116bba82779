using System.Globalization;

namespace MathSymbols.Notebooks.Running;

/// <summary>Reads private memory from /proc.</summary>
internal static class PrivateMemory
{
    private const string Field = "RssAnon:";

    /// <summary>Whether this platform tells.</summary>
    internal static bool IsKnown { get; } = Of(Environment.ProcessId) is not null;

    /// <summary>RssAnon of a process and all below it, in bytes; null where /proc does not tell.</summary>
    internal static long? OfTree(int processId)
    {
        if (Of(processId) is not { } total) return null;
        foreach (var child in Children(processId)) total += OfTree(child) ?? 0;
        return total;
    }

    private static long? Of(int processId)
    {
        try
        {
            foreach (var line in File.ReadLines($"/proc/{processId}/status"))
            {
                if (!line.StartsWith(Field, StringComparison.Ordinal)) continue;
                var kilobytes = line[Field.Length..].Trim().Split(' ')[0];
                return long.Parse(kilobytes, CultureInfo.InvariantCulture) * 1024;
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or FormatException)
        {
            // Gone in between, or not Linux.
        }
        return null;
    }

    private static List<int> Children(int processId)
    {
        var children = new List<int>();
        try
        {
            foreach (var thread in Directory.EnumerateDirectories($"/proc/{processId}/task"))
            {
                var text = File.ReadAllText(Path.Combine(thread, "children"));
                children.AddRange(text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(t => int.Parse(t, CultureInfo.InvariantCulture)));
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or FormatException)
        {
            // A thread that ended while it was looked at.
        }
        return children;
    }
}
