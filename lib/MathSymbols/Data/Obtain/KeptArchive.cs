using MathSymbols.Storage;

namespace MathSymbols.Data.Obtain;

/// <summary>
/// Where the archive of an address is kept until it is unpacked. A signed address has another query each time, and is gone on with all
/// the same; that the bytes of another file are not mixed in is seen to by the server's entity tag and by the archive's own checksums.
/// </summary>
/// <param name="FilePath">The archive.</param>
/// <param name="Query">Stands for the address's query.</param>
internal sealed record KeptArchive(string FilePath, string Query)
{
    private const string Prefix = "dataset-", Suffix = ".zip", ListingSuffix = ".listing";

    // Whose query has given the whole archive; without a server, nothing else tells two of them apart.
    private string QueryPath => FilePath + ".query";

    private string ListingPath => FilePath + ListingSuffix;

    /// <summary>The place for an address.</summary>
    public static KeptArchive For(Uri address, WorkFolder work) =>
        new(Path.Combine(work.Downloads, $"{Prefix}{NameHash.Of(address.GetLeftPart(UriPartial.Path))}{Suffix}"), NameHash.Of(address.AbsoluteUri));

    /// <summary>Deletes what waits to be unpacked, whole or in part, but for what another process is at.</summary>
    public static void Clear(WorkFolder work)
    {
        if (!Directory.Exists(work.Downloads)) return;
        foreach (var path in Directory.GetFiles(work.Downloads, $"{Prefix}*{Suffix}{Download.LockSuffix}"))
        {
            using var held = FileLock.TryAcquire(path);
            if (held is null) continue;
            var archive = Path.GetFileName(path)[..^Download.LockSuffix.Length];
            foreach (var file in Directory.GetFiles(work.Downloads, archive + "*").Where(f => f != path && !f.EndsWith(ListingSuffix, StringComparison.Ordinal))) File.Delete(file);
        }
    }

    /// <summary>Sees to it that the archive is there: one that came whole with an earlier try is taken. Only for whoever holds it.</summary>
    /// <param name="fetch">Fetches it; what there is already may be another.</param>
    public void Ensure(Action fetch)
    {
        if (File.Exists(FilePath) && File.Exists(QueryPath) && File.ReadAllText(QueryPath) == Query) return;
        File.Delete(QueryPath);
        fetch();
        AtomicFile.Write(QueryPath, Query);
    }

    /// <summary>Deletes the archive.</summary>
    public void Delete()
    {
        File.Delete(FilePath);
        File.Delete(QueryPath);
    }

    /// <summary>Notes which images it has given.</summary>
    public void Note(string listing) => AtomicFile.Write(ListingPath, $"{Query} {listing}");

    /// <summary>Whether just these images were noted.</summary>
    public bool HasNoted(string listing) => File.Exists(ListingPath) && File.ReadAllText(ListingPath) == $"{Query} {listing}";
}
