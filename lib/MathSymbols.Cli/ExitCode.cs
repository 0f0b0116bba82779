namespace MathSymbols.Cli;

/// <summary>What the program's exit code says; the README lists the same.</summary>
internal static class ExitCode
{
    /// <summary>Everything was done.</summary>
    public const int Success = 0;

    /// <summary>The work ran, but a part of it failed: a notebook's cell, a check of the doctor, an image.</summary>
    public const int Failed = 1;

    /// <summary>The command line, a setting, an input or the machine does not allow the work; the sentence on standard error says which.</summary>
    public const int Refused = 2;

    /// <summary>Stopped by Ctrl-C or SIGTERM.</summary>
    public const int Interrupted = 130;
}
