using System.Runtime.InteropServices;

namespace MathSymbols.Cli;

/// <summary>Ctrl-C and SIGTERM: the first asks the command to stop, the second ends the program at once, whatever it waits for.</summary>
internal static partial class StopSignals
{
    private static readonly CancellationTokenSource Source = new();

    // A registration that nobody holds is given up.
    private static readonly List<PosixSignalRegistration> Registrations = [];

    private static int _count;

    /// <summary>Listens until the program ends.</summary>
    /// <returns>Cancelled by the first signal.</returns>
    public static CancellationToken Listen()
    {
        foreach (var signal in (PosixSignal[])[PosixSignal.SIGINT, PosixSignal.SIGTERM]) Registrations.Add(PosixSignalRegistration.Create(signal, Take));
        return Source.Token;
    }

    // Each signal comes on a thread of its own: one that hangs in what the first has set off does not keep the second.
    private static void Take(PosixSignalContext context)
    {
        context.Cancel = true;
        if (Interlocked.Increment(ref _count) == 1) Source.Cancel();
        else End();
    }

    private static void End()
    {
        // Elsewhere .NET's own way waits for what runs at a program's end, and that may be what hangs.
        if (OperatingSystem.IsWindows()) Environment.Exit(ExitCode.Interrupted);
        ExitAtOnce(ExitCode.Interrupted);
    }

    [LibraryImport("libc", EntryPoint = "_exit")]
    private static partial void ExitAtOnce(int status);
}
