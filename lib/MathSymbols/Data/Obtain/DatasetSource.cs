using System.Net.Http.Headers;
using MathSymbols.Storage;
using MathSymbols.Storage.Archives;

namespace MathSymbols.Data.Obtain;

/// <summary>Where an archive of the dataset is fetched from: Kaggle, another server, or this machine's disk.</summary>
public sealed class DatasetSource
{
    private const string Page = "https://www.kaggle.com/datasets/sagyamthapa/handwritten-math-symbols";

    private readonly Uri? _address;
    private readonly string _advice = "";
    private readonly AuthenticationHeaderValue? _authorization;

    private DatasetSource(string file) => Name = file;

    internal DatasetSource(Uri address, string advice, KaggleCredentials? credentials = null)
    {
        (_address, _advice, _authorization) = (address, advice, credentials?.Authorization);
        Name = address.GetLeftPart(UriPartial.Path); // A query may hold a key.
    }

    /// <summary>The address or the file, fit to be shown.</summary>
    public string Name { get; }

    /// <summary>True when it has to be downloaded.</summary>
    public bool IsRemote => _address is not null;

    /// <summary>Kaggle, where the dataset is published.</summary>
    /// <param name="credentials">Who asks; null for anybody.</param>
    public static DatasetSource Kaggle(KaggleCredentials? credentials) => new(
        new Uri("https://www.kaggle.com/api/v1/datasets/download/sagyamthapa/handwritten-math-symbols"), AdviceFor(credentials), credentials);

    /// <summary>Another archive.</summary>
    /// <param name="given">An https address, or a file.</param>
    /// <exception cref="DataException">It is neither.</exception>
    public static DatasetSource Parse(string given)
    {
        ArgumentException.ThrowIfNullOrEmpty(given);
        if (!given.Contains("://", StringComparison.Ordinal))
        {
            var file = Path.GetFullPath(given);
            return File.Exists(file) ? new(file) : throw new DataException(Directory.Exists(file) ? $"'{file}' is a folder; --from takes a zip file, or an https address." : $"There is no file '{file}'; --from takes a zip file, or an https address.");
        }

        if (!Uri.TryCreate(given, UriKind.Absolute, out var address) || !(address.Scheme == Uri.UriSchemeHttps || IsPlainLoopback(address)))
            throw new DataException("--from takes a zip file, or an address that begins with https://.");
        if (address.UserInfo.Length > 0) throw new DataException("The address given by --from holds a name or a password; fetch the archive by other means, and give the file.");
        return new(address, "fetch it with a browser, and give the file by --from");
    }

    /// <summary>Fetches the archive; one that came whole with an earlier try is taken, and one that came in part is gone on with.</summary>
    /// <param name="work">Where a downloaded archive is kept until it is unpacked.</param>
    /// <param name="progress">Told how far it is, on whatever thread is at work.</param>
    /// <param name="cancellation">Ends it; what has come stays for the next try.</param>
    /// <exception cref="DownloadException">It cannot be downloaded.</exception>
    /// <exception cref="DiskSpaceException">There is too little room.</exception>
    public FetchedArchive Fetch(WorkFolder work, Action<DownloadProgress>? progress, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(work);
        if (_address is null) return new(Name, Name);
        var kept = KeptArchive.For(_address, work);
        var held = Download.Hold(kept.FilePath, progress, cancellation);
        try
        {
            kept.Ensure(() => Download.RunHeld(RequestFor(kept.FilePath), progress, cancellation));
            return new(kept, Name, held);
        }
        catch
        {
            held.Dispose();
            throw;
        }
    }

    /// <summary>Whether images are just those that this source has given: by the archive itself where it is on this machine's disk, else by what was noted when it was unpacked.</summary>
    /// <param name="images">The images; all are read.</param>
    /// <param name="work">Where it was noted.</param>
    /// <param name="cancellation">Ends the reading.</param>
    public bool HasGiven(ImageFolder images, WorkFolder work, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(images);
        ArgumentNullException.ThrowIfNull(work);
        var listing = ImageListing.Of(images, cancellation);
        if (_address is not null) return KeptArchive.For(_address, work).HasNoted(listing);
        try
        {
            using var dataset = DatasetArchive.Open(new(Name, Name), cancellation);
            return dataset.Listing == listing;
        }
        catch (ArchiveException)
        {
            return false;
        }
    }

    /// <summary>Deletes downloaded archives that were not unpacked, whole or in part, but for what another process is at.</summary>
    /// <param name="work">Where they are kept.</param>
    public static void DeleteKept(WorkFolder work)
    {
        ArgumentNullException.ThrowIfNull(work);
        KeptArchive.Clear(work);
    }

    internal static string AdviceFor(KaggleCredentials? credentials) =>
        $"{(credentials is null ? "if Kaggle wants to know who asks, set KAGGLE_USERNAME and KAGGLE_KEY" : "check the name and key that you gave for Kaggle")}; or fetch the archive with a browser from {Page} and give it by --from FILE";

    // Loopback may do without encryption where it was asked for itself, never where another server leads there.
    private DownloadRequest RequestFor(string path) => new(_address!, path, Limits.ArchiveBytes) { Authorization = _authorization, PlainLoopback = IsPlainLoopback(_address!), Refused = _advice };

    private static bool IsPlainLoopback(Uri address) => address is { Scheme: "http", IsLoopback: true };
}
