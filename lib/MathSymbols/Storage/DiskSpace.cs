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
        var free = work.FreeBytes();
        if (free - Reserve < needed)
            throw new DiskSpaceException($"{purpose} needs {Size(needed)}, but only {Size(free)} are free in '{work.Root}': make room, or name another work folder with --work or {WorkFolder.Variable}.");
    }

    /// <summary>A byte count as a person reads it, in powers of ten: "1.5 GB".</summary>
    /// <param name="bytes">The count, at least 0.</param>
    public static string Size(long bytes) => bytes switch
    {
        >= 1_000_000_000 => FormattableString.Invariant($"{bytes / 1e9:0.0} GB"),
        >= 1_000_000 => FormattableString.Invariant($"{bytes / 1e6:0.0} MB"),
        >= 1_000 => FormattableString.Invariant($"{bytes / 1e3:0.0} kB"),
        _ => FormattableString.Invariant($"{bytes} bytes"),
    };
}
