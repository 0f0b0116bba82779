using Microsoft.Win32.SafeHandles;

namespace MathSymbols.Storage;

/// <summary>Reads parts of a file at their place.</summary>
internal static class FileReads
{
    /// <summary>Reads until the target is full or the file ends: the system may give less at a time than was asked for.</summary>
    /// <returns>Bytes read; fewer than asked for only where the file ends.</returns>
    public static int Read(SafeFileHandle handle, Span<byte> target, long offset)
    {
        var done = 0;
        while (done < target.Length)
        {
            var read = RandomAccess.Read(handle, target[done..], offset + done);
            if (read == 0) break;
            done += read;
        }

        return done;
    }
}
