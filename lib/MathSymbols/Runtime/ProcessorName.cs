using System.Runtime.InteropServices;

namespace MathSymbols.Runtime;

/// <summary>The processor's name as the operating system tells it.</summary>
internal static class ProcessorName
{
    /// <summary>The model name, or the architecture where it is not told.</summary>
    public static string Read()
    {
        const string List = "/proc/cpuinfo";
        if (!File.Exists(List)) return Environment.GetEnvironmentVariable("PROCESSOR_IDENTIFIER") ?? RuntimeInformation.ProcessArchitecture.ToString();
        var line = File.ReadLines(List).FirstOrDefault(l => l.StartsWith("model name", StringComparison.Ordinal));
        return line?[(line.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim() ?? RuntimeInformation.ProcessArchitecture.ToString();
    }
}
