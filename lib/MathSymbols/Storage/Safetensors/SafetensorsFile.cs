using System.Buffers.Binary;
using System.IO.Hashing;
using Microsoft.Win32.SafeHandles;

namespace MathSymbols.Storage.Safetensors;

/// <summary>
/// An open safetensors file (https://github.com/huggingface/safetensors). Opening reads and checks the header only; tensors are read when asked for, from any thread.
/// Whatever the file holds, nothing is executed, and nothing is allocated by a number in it that the file's length does not bear out:
/// opening takes the header's length and at most some 14 times as much, a <see cref="Read"/> nothing.
/// </summary>
public sealed class SafetensorsFile : IDisposable
{
    // A multiple of every element's size: no element is cut in two.
    private const int Chunk = 1 << 20;

    private readonly SafeFileHandle _handle;
    private readonly OrderedDictionary<string, TensorInfo> _tensors;
    private readonly long _dataStart;
    private readonly long _dataLength;

    private SafetensorsFile(string path, SafeFileHandle handle)
    {
        FilePath = path;
        _handle = handle;
        var header = ReadHeader(path, handle);
        _dataStart = HeaderFormat.Prefix + header.Length;
        _dataLength = RandomAccess.GetLength(handle) - _dataStart;
        (var metadata, _tensors) = HeaderReader.Read(path, header, _dataLength);
        metadata.Remove(HeaderFormat.Checksum, out var checksum);
        Metadata = metadata;
        Checksum = checksum;
    }

    /// <summary>The path it was opened by.</summary>
    public string FilePath { get; }

    /// <summary>The texts in its header, without the checksum; empty if it has none.</summary>
    public IReadOnlyDictionary<string, string> Metadata { get; }

    /// <summary>The XxHash128 of the data section that its metadata hold under "xxh128"; null in files by other programs.</summary>
    public string? Checksum { get; }

    /// <summary>The tensors by name, in the order of their data.</summary>
    public IReadOnlyDictionary<string, TensorInfo> Tensors => _tensors;

    /// <summary>Opens a file and checks its header by the format's rules.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="SafetensorsException">It breaks a rule, or has a tensor of a type that is not supported.</exception>
    /// <exception cref="IOException">It does not exist or cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be read, or is a folder.</exception>
    public static SafetensorsFile Open(string path)
    {
        // A writer may put a new file in place; this one goes on reading the old.
        var handle = RegularFile.OpenHandle(path);
        try
        {
            return new(path, handle);
        }
        catch
        {
            handle.Dispose();
            throw;
        }
    }

    /// <summary>Reads a whole tensor, straight into the memory it is to live in.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="destination">Takes its elements, little-endian and row by row; exactly as long as the tensor.</param>
    /// <exception cref="ArgumentException">The destination is shorter or longer.</exception>
    /// <exception cref="SafetensorsException">There is no such tensor, or the file was cut since it was opened.</exception>
    public void Read(string name, Span<byte> destination)
    {
        var info = Find(name);
        if (destination.Length != info.Length)
            throw new ArgumentException($"The tensor {Printable.Quote(name)} has {info.Length} bytes, but the destination {destination.Length}.", nameof(destination));
        Fill(FilePath, _handle, destination, _dataStart + info.Offset);
    }

    /// <summary>Reads a tensor piece by piece, for one larger than a span can be.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="take">Gets the pieces in order, none empty, each of whole elements; they are overwritten when it returns.</param>
    /// <exception cref="SafetensorsException">There is no such tensor, or the file was cut since it was opened.</exception>
    public void CopyTo(string name, Action<ReadOnlySpan<byte>> take)
    {
        ArgumentNullException.ThrowIfNull(take);
        var info = Find(name);
        Pass(info.Offset, info.Length, take);
    }

    /// <summary>Reads all data and compares them with the checksum.</summary>
    /// <returns>False, without reading, if the file has no checksum.</returns>
    /// <exception cref="SafetensorsException">The data are not those that were written.</exception>
    public bool VerifyChecksum()
    {
        if (Checksum is null) return false;
        var hash = new XxHash128();
        Pass(0, _dataLength, hash.Append);
        var found = Convert.ToHexStringLower(hash.GetCurrentHash());
        return string.Equals(found, Checksum, StringComparison.OrdinalIgnoreCase)
            ? true
            : throw SafetensorsException.Of(FilePath, $"its data were changed or damaged since they were written (checksum {found}, expected {Printable.Quote(Checksum)})");
    }

    /// <summary>Closes the file.</summary>
    public void Dispose() => _handle.Dispose();

    private static byte[] ReadHeader(string path, SafeFileHandle handle)
    {
        var fileLength = RandomAccess.GetLength(handle);
        if (fileLength < HeaderFormat.Prefix) throw SafetensorsException.Of(path, $"it has only {fileLength} bytes");
        Span<byte> prefix = stackalloc byte[HeaderFormat.Prefix];
        Fill(path, handle, prefix, 0);
        var length = BinaryPrimitives.ReadUInt64LittleEndian(prefix);
        if (length == 0) throw SafetensorsException.Of(path, "its header is empty");
        if (length > Limits.HeaderBytes) throw SafetensorsException.Of(path, $"its header claims {length} bytes, more than the format's {Limits.HeaderBytes}");
        if ((long)length > fileLength - HeaderFormat.Prefix) throw SafetensorsException.Of(path, $"its header claims {length} bytes, but the file ends after {fileLength - HeaderFormat.Prefix}");
        var header = new byte[length];
        Fill(path, handle, header, HeaderFormat.Prefix);
        return header;
    }

    private static void Fill(string path, SafeFileHandle handle, Span<byte> destination, long offset)
    {
        if (FileReads.Read(handle, destination, offset) < destination.Length) throw SafetensorsException.Of(path, "it was cut while it was read");
    }

    private void Pass(long offset, long length, Action<ReadOnlySpan<byte>> take)
    {
        var buffer = new byte[Math.Min(length, Chunk)];
        for (var done = 0L; done < length; done += buffer.Length)
        {
            var piece = buffer.AsSpan(0, (int)Math.Min(buffer.Length, length - done));
            Fill(FilePath, _handle, piece, _dataStart + offset + done);
            take(piece);
        }
    }

    private TensorInfo Find(string name) =>
        _tensors.TryGetValue(name, out var info) ? info : throw SafetensorsException.Of(FilePath, $"it holds no tensor {Printable.Quote(name)}");
}
