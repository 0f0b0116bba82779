using System.Globalization;

namespace MathSymbols.Benchmarks;

/// <summary>What a process holds for itself alone.</summary>
internal static class ProcessMemory
{
    /// <summary>Resident bytes that no file stands behind; null where /proc does not tell, or no longer.</summary>
    public static long? PrivateBytes(int processId)
    {
        try
        {
            // Pages: size, resident, of these shared with files, …
            var pages = File.ReadAllText($"/proc/{processId}/statm").Split(' ');
            return (long.Parse(pages[1], CultureInfo.InvariantCulture) - long.Parse(pages[2], CultureInfo.InvariantCulture)) * Environment.SystemPageSize;
        }
        catch (IOException)
        {
            return null;
        }
    }
}
