using System.Runtime.InteropServices;

namespace MathSymbols.Cli;

/// <summary>Ctrl-C and SIGTERM: the first asks the command to stop, a later one ends the program at once, whatever it waits for.</summary>
internal static partial class StopSignals
{
    private static readonly CancellationTokenSource Source = new();

    // A registration that nobody holds is given up.
    private static readonly List<PosixSignalRegistration> Registrations = [];

    private static int _left;

    /// <summary>Listens until the program ends.</summary>
    /// <param name="last">Which signal ends the program at once: 2 for the second.</param>
    /// <returns>Cancelled by the first signal.</returns>
    public static CancellationToken Listen(int last)
    {
        _left = last;
        foreach (var signal in (PosixSignal[])[PosixSignal.SIGINT, PosixSignal.SIGTERM]) Registrations.Add(PosixSignalRegistration.Create(signal, Take));
        return Source.Token;
    }

    // Each signal comes on a thread of its own: one that hangs in what the first has set off does not keep the second.
    private static void Take(PosixSignalContext context)
    {
        context.Cancel = true;
        if (Interlocked.Decrement(ref _left) <= 0) End();
        Source.Cancel();
    }

    private static void End()
    {
        // Not .NET's own way where there is another: it waits for what runs at a program's end, and that may hang as well.
        if (OperatingSystem.IsWindows()) Environment.Exit(ExitCode.Interrupted);
        ExitAtOnce(ExitCode.Interrupted);
    }

    [LibraryImport("libc", EntryPoint = "_exit")]
    private static partial void ExitAtOnce(int status);
}
