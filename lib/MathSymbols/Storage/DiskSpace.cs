namespace MathSymbols.Storage;

/// <summary>Checks that a disk has room before it is used.</summary>
public static class DiskSpace
{
    // Left free so that the machine stays usable.
    private const long Reserve = 256L << 20;

    /// <summary>Throws when fewer than the needed bytes, plus a reserve of 256 MiB, are free.</summary>
    /// <param name="work">The folder that will be written to.</param>
    /// <param name="needed">Bytes about to be written.</param>
    /// <param name="purpose">What they are for, as it completes "… needs 1.5 GB".</param>
    /// <exception cref="DiskSpaceException">There is too little room.</exception>
    public static void Require(WorkFolder work, long needed, string purpose)
    {
        ArgumentNullException.ThrowIfNull(work);
        Require(work, needed, purpose, $"another work folder with --work or {WorkFolder.Variable}");
    }

    /// <summary>As <see cref="Require(WorkFolder, long, string)"/>, for any folder.</summary>
    /// <param name="folder">The folder that will be written to; it need not exist.</param>
    /// <param name="needed">Bytes about to be written.</param>
    /// <param name="purpose">What they are for, as it completes "… needs 1.5 GB".</param>
    /// <param name="other">What else can be named, as it completes "make room, or name …".</param>
    /// <exception cref="DiskSpaceException">There is too little room.</exception>
    public static void Require(string folder, long needed, string purpose, string other) => Require(new WorkFolder(folder), needed, purpose, other);

    /// <summary>A byte count as a person reads it, in powers of ten: "1.5 GB".</summary>
    /// <param name="bytes">The count, at least 0.</param>
    public static string Size(long bytes) => bytes switch
    {
        >= 1_000_000_000 => FormattableString.Invariant($"{bytes / 1e9:0.0} GB"),
        >= 1_000_000 => FormattableString.Invariant($"{bytes / 1e6:0.0} MB"),
        >= 1_000 => FormattableString.Invariant($"{bytes / 1e3:0.0} kB"),
        _ => FormattableString.Invariant($"{bytes} bytes"),
    };

    private static void Require(WorkFolder folder, long needed, string purpose, string other)
    {
        var free = folder.FreeBytes();
        if (free - Reserve < needed)
            throw new DiskSpaceException($"{purpose} needs {Size(needed)}, and {Size(Reserve)} more are to stay free, but only {Size(free)} are free in '{folder.Root}': make room, or name {other}.");
    }
}
