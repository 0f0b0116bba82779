namespace MathSymbols.Storage;

/// <summary>Held by one process at a time; the operating system gives it back when the process ends in any way.</summary>
public sealed class FileLock : IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    private readonly FileStream _stream;

    private FileLock(FileStream stream) => _stream = stream;

    /// <summary>Waits until the lock is free and takes it.</summary>
    /// <param name="path">The lock's file; it stays when the lock is given back, since deleting it would let two in.</param>
    /// <param name="cancellation">Ends the waiting.</param>
    /// <param name="waiting">Told once when another holds the lock.</param>
    /// <exception cref="OperationCanceledException">The waiting was ended.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder cannot be written to.</exception>
    public static FileLock Acquire(string path, CancellationToken cancellation, Action? waiting = null)
    {
        while (true)
        {
            cancellation.ThrowIfCancellationRequested();
            if (TryAcquire(path) is { } held) return held;
            waiting?.Invoke();
            waiting = null;
            cancellation.WaitHandle.WaitOne(Pause);
        }
    }

    /// <summary>Takes the lock if it is free.</summary>
    /// <param name="path">The lock's file, as for <see cref="Acquire"/>.</param>
    /// <param name="passing">Whether the file goes when the lock is given back. Two may then be let in where three come within an instant: only for what is harmless.</param>
    /// <returns>The lock; null when another process or another part of this one holds it.</returns>
    /// <exception cref="UnauthorizedAccessException">The folder cannot be written to.</exception>
    public static FileLock? TryAcquire(string path, bool passing = false)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        try
        {
            return new(new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 0, passing ? FileOptions.DeleteOnClose : FileOptions.None));
        }
        catch (IOException error) when (IsHeldByAnother(error))
        {
            return null;
        }
    }

    /// <summary>Gives the lock back.</summary>
    public void Dispose() => _stream.Dispose();

    // EWOULDBLOCK on Linux and on macOS, ERROR_SHARING_VIOLATION on Windows; anything else is a real failure.
    private static bool IsHeldByAnother(IOException error) => (error.HResult & 0xFFFF) is 11 or 35 or 32;
}
