using System.Diagnostics;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace MathSymbols.Benchmarks.Fuzz;

/// <summary>How far the fuzzing is and what came of it, in a file that outlives the process: a crash is noticed by it, and gone on after.</summary>
internal sealed class FuzzProgress : IDisposable
{
    private static readonly int Outcomes = Enum.GetValues<FuzzOutcome>().Length;

    private readonly SafeFileHandle _file;
    private readonly long[] _numbers;
    private long _begun;

    /// <param name="path">The file; made when it is missing.</param>
    /// <param name="kinds">How many kinds of damage there are.</param>
    public FuzzProgress(string path, int kinds)
    {
        _numbers = new long[2 + kinds * Outcomes];
        _file = File.OpenHandle(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.ReadWrite);
        Reload();
    }

    /// <summary>The case that is tried, or the last one; the first is 1.</summary>
    public long Number => _numbers[0];

    /// <summary>The longest a case took that ended.</summary>
    public TimeSpan Slowest => TimeSpan.FromTicks(_numbers[1]);

    /// <summary>How many cases of a kind had an outcome.</summary>
    public long Count(int kind, FuzzOutcome outcome) => _numbers[At(kind, outcome)];

    /// <summary>Says ahead that the next case is tried.</summary>
    public long Begin()
    {
        _numbers[0]++;
        Save();
        _begun = Stopwatch.GetTimestamp();
        return Number;
    }

    /// <summary>Counts the case.</summary>
    public void End(int kind, FuzzOutcome outcome)
    {
        _numbers[1] = Math.Max(_numbers[1], Stopwatch.GetElapsedTime(_begun).Ticks);
        _numbers[At(kind, outcome)]++;
        Save();
    }

    /// <summary>Reads what another process has written.</summary>
    public void Reload() => RandomAccess.Read(_file, MemoryMarshal.AsBytes(_numbers.AsSpan()), 0);

    public void Dispose() => _file.Dispose();

    private static int At(int kind, FuzzOutcome outcome) => 2 + kind * Outcomes + (int)outcome;

    private void Save() => RandomAccess.Write(_file, MemoryMarshal.AsBytes(_numbers.AsSpan()), 0);
}
