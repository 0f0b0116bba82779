using MathSymbols.Storage;

namespace MathSymbols.Data.Obtain;

/// <summary>
/// Where the images for a folder are collected, and how they come there. A folder that is missing appears by one renaming. One that is
/// there stays, since it may be a disk of its own or a shell may stand in it: what it is to hold is collected in it, whole, and moved up.
/// </summary>
/// <param name="Folder">The folder's absolute path.</param>
/// <param name="Collected">Where they are collected.</param>
internal sealed record UnpackingPlace(string Folder, string Collected)
{
    // No class folders, since they begin with a dot. The second name says that what is in it is whole and on its way up.
    private const string Unpacking = ".unpacking" + AtomicFile.TemporarySuffix, Unpacked = ImageFolder.Unfinished;

    /// <summary>The place for a folder, by whether that is there now.</summary>
    public static UnpackingPlace For(string folder) => new(folder, Directory.Exists(folder) ? Path.Combine(folder, Unpacking) : Beside(folder));

    /// <summary>Whether a folder holds nothing yet; what was moved into it in part is nothing.</summary>
    public static bool IsEmpty(string folder) =>
        !Directory.Exists(folder) || Directory.Exists(Path.Combine(folder, Unpacked)) || Directory.EnumerateFileSystemEntries(folder).All(e => Path.GetFileName(e) == Unpacking);

    /// <summary>Makes and removes what will be needed.</summary>
    /// <exception cref="IOException">It cannot be made.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be made.</exception>
    public void Try()
    {
        Directory.CreateDirectory(Collected);
        Directory.Delete(Collected);
        if (Directory.Exists(Folder)) return;
        Directory.CreateDirectory(Folder);
        Directory.Delete(Folder);
    }

    /// <summary>Puts in place what was collected.</summary>
    public void PutInPlace()
    {
        if (Path.GetDirectoryName(Collected) != Folder)
        {
            Directory.Move(Collected, Folder);
            return;
        }

        Directory.Move(Collected, Path.Combine(Folder, Unpacked));
        Finish();
    }

    /// <summary>Puts in place what a process that was killed had begun to, and removes what it had not yet.</summary>
    public void Finish()
    {
        var unpacked = Path.Combine(Folder, Unpacked);
        if (Directory.Exists(unpacked))
        {
            foreach (var part in Directory.GetDirectories(unpacked)) Directory.Move(part, Path.Combine(Folder, Path.GetFileName(part)));
            Directory.Delete(unpacked);
        }

        RemoveLeftovers();
    }

    /// <summary>Removes what was collected and is not in place.</summary>
    public void RemoveLeftovers()
    {
        foreach (var leftover in (string[])[Path.Combine(Folder, Unpacking), Beside(Folder)])
        {
            if (Directory.Exists(leftover)) Directory.Delete(leftover, recursive: true);
        }
    }

    // A name of its own: with more to it, the longest that the system takes would be too long.
    private static string Beside(string folder) =>
        Path.Combine(Path.GetDirectoryName(folder) ?? folder, $".{NameHash.Of(Path.GetFileName(folder), digits: 8)}{Unpacking}");
}
