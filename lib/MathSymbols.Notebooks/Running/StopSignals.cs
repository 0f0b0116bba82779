using System.Diagnostics;
using System.Runtime.InteropServices;

namespace MathSymbols.Notebooks.Running;

/// <summary>Ctrl-C and SIGTERM: the first asks the run to end, one that comes later ends it at once.</summary>
internal sealed class StopSignals : IDisposable
{
    // One keystroke may arrive twice: from the terminal, and passed on by the program that started this one.
    private static readonly TimeSpan OneKeystroke = TimeSpan.FromMilliseconds(500);

    private readonly CancellationTokenSource _asked = new();
    private readonly CancellationTokenSource _now = new();
    private readonly List<PosixSignalRegistration> _registrations;
    private readonly Stopwatch _since = new();
    private readonly Lock _gate = new();

    internal StopSignals() => _registrations = [PosixSignalRegistration.Create(PosixSignal.SIGINT, Received), PosixSignalRegistration.Create(PosixSignal.SIGTERM, Received)];

    internal StopRequest Request => new(_asked.Token, _now.Token);

    public void Dispose()
    {
        foreach (var registration in _registrations) registration.Dispose();
        _asked.Dispose();
        _now.Dispose();
    }

    private void Received(PosixSignalContext context)
    {
        context.Cancel = true;
        lock (_gate)
        {
            if (_since.IsRunning && _since.Elapsed < OneKeystroke) return;
            var first = !_since.IsRunning;
            _since.Start();
            (first ? _asked : _now).Cancel();
        }
    }
}
