using System.Diagnostics;
using System.Runtime.InteropServices;
using MathSymbols.Notebooks.Commands;

namespace MathSymbols.Notebooks.Running;

/// <summary>
/// Ctrl-C and SIGTERM: the first asks the run to end, the second ends it at once, and the third does not wait for the report. They are heeded to
/// the very end of the process: the second half of a keystroke must not end it while its exit code is under way.
/// </summary>
internal static class StopSignals
{
    // One keystroke may arrive twice: from the terminal, and passed on by the program that started this one.
    private static readonly TimeSpan OneKeystroke = TimeSpan.FromMilliseconds(500);

    private static readonly CancellationTokenSource Asked = new();
    private static readonly CancellationTokenSource Now = new();
    private static List<PosixSignalRegistration> _registrations = [];
    private static readonly Stopwatch Since = new();
    private static readonly Lock Gate = new();

    /// <summary>Heeds the signals from now on.</summary>
    internal static StopRequest Heed()
    {
        _registrations = [PosixSignalRegistration.Create(PosixSignal.SIGINT, Received), PosixSignalRegistration.Create(PosixSignal.SIGTERM, Received)];
        return new StopRequest(Asked.Token, Now.Token);
    }

    private static void Received(PosixSignalContext context)
    {
        context.Cancel = true;
        lock (Gate)
        {
            if (Since.IsRunning && Since.Elapsed < OneKeystroke) return;
            Since.Restart();
            if (!Asked.IsCancellationRequested) Asked.Cancel();
            else if (!Now.IsCancellationRequested) Now.Cancel();
            else Environment.Exit(RunCommand.Cancelled);
        }
    }
}
