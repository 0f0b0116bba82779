namespace MathSymbols.Notebooks.Running;

/// <summary>Names what ended a process.</summary>
internal static class Signals
{
    private const int Base = 128;

    private static readonly Dictionary<int, string> ByNumber = new()
    {
        [1] = "SIGHUP", [2] = "SIGINT", [3] = "SIGQUIT", [4] = "SIGILL", [5] = "SIGTRAP", [6] = "SIGABRT", [7] = "SIGBUS", [8] = "SIGFPE",
        [9] = "SIGKILL", [11] = "SIGSEGV", [13] = "SIGPIPE", [14] = "SIGALRM", [15] = "SIGTERM", [24] = "SIGXCPU", [25] = "SIGXFSZ", [31] = "SIGSYS",
    };

    /// <summary>Such as "was ended by SIGKILL" or "exited with code 3".</summary>
    internal static string Describe(int exitCode) => exitCode > Base && ByNumber.TryGetValue(exitCode - Base, out var name)
        ? $"was ended by {name}{Hint(name)}"
        : $"exited with code {exitCode}";

    private static string Hint(string name) => name switch
    {
        "SIGKILL" => " (killed from outside, as when memory runs out)",
        "SIGABRT" => " (it gave up by itself, as on a stack overflow or Environment.FailFast)",
        "SIGSEGV" => " (native code touched memory that is not its own)",
        _ => string.Empty,
    };
}
