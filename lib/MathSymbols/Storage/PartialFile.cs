using System.Net.Http.Headers;

namespace MathSymbols.Storage;

/// <summary>What has come of a download so far: the bytes, and beside them the entity tag by which a server knows whether the rest still fits.</summary>
internal sealed class PartialFile : IDisposable
{
    private readonly string _target;
    private readonly string _tagPath;
    private readonly FileStream _stream;

    /// <summary>Opens what an earlier try has left, or begins. Only for whoever holds the target's lock.</summary>
    /// <param name="target">The file that it becomes.</param>
    /// <exception cref="IOException">The folder cannot be written to.</exception>
    public PartialFile(string target)
    {
        _target = target;
        var path = target + ".part";
        _tagPath = path + ".tag";

        // No buffer: what has come is on the disk when the process is killed, and closing it writes nothing that could fail.
        _stream = new(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read, bufferSize: 0);
        AtomicFile.SweepBeside(_tagPath);
        Tag = File.Exists(_tagPath) && EntityTagHeaderValue.TryParse(File.ReadAllText(_tagPath), out var tag) ? tag : null;
        if (Tag is null) Empty();
        _stream.Position = _stream.Length;
    }

    /// <summary>Bytes so far.</summary>
    public long Length => _stream.Length;

    /// <summary>The tag of the file that they are a part of; null when there is none to go on with.</summary>
    public EntityTagHeaderValue? Tag { get; private set; }

    /// <summary>Bytes that another try can go on from.</summary>
    public long Kept => Tag is null ? 0 : Length;

    /// <summary>Forgets everything.</summary>
    /// <param name="tag">The tag of what is written from now on. Weak ones do not promise the same bytes.</param>
    public void Restart(EntityTagHeaderValue? tag)
    {
        // The old tag must never stand beside new bytes.
        File.Delete(_tagPath);
        Empty();
        Tag = tag is { IsWeak: false } ? tag : null;
        if (Tag is not null) AtomicFile.Write(_tagPath, Tag.ToString());
    }

    /// <summary>Adds bytes.</summary>
    public ValueTask AppendAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellation) => _stream.WriteAsync(bytes, cancellation);

    /// <summary>The MD5 of the bytes so far.</summary>
    public string Md5(CancellationToken cancellation)
    {
        _stream.Position = 0;
        return Storage.Md5.Of(_stream, cancellation);
    }

    /// <summary>Makes it the target.</summary>
    public void Finish()
    {
        _stream.Flush(flushToDisk: true);
        _stream.Dispose();
        File.Move(_stream.Name, _target, overwrite: true);
        File.Delete(_tagPath);
    }

    /// <summary>Closes the file; what it holds, if anything, stays for the next try.</summary>
    public void Dispose()
    {
        if (!_stream.CanRead) return; // Finished.
        var empty = _stream.Length == 0;
        _stream.Dispose();
        if (empty) File.Delete(_stream.Name);
    }

    private void Empty()
    {
        if (_stream.Length > 0) _stream.SetLength(0);
    }
}
