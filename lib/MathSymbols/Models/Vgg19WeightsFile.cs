using MathSymbols.Runtime;
using MathSymbols.Storage;

namespace MathSymbols.Models;

/// <summary>Finds the VGG19 weights file on this machine, or fetches it.</summary>
public static class Vgg19WeightsFile
{
    /// <summary>The file's name at Keras.</summary>
    public const string Name = "vgg19_weights_tf_dim_ordering_tf_kernels_notop.h5";

    /// <summary>The MD5 of Keras' file, as Keras gives it.</summary>
    public const string Md5 = "253f8cb515780f3b799900260a226db6";

    /// <summary>The length of Keras' file in bytes.</summary>
    public const long Length = 80_134_624;

    /// <summary>Where Keras publishes the file.</summary>
    public static Uri Address { get; } = new($"https://storage.googleapis.com/tensorflow/keras-applications/vgg19/{Name}");

    /// <summary>The paths that are looked at, in order: the one the settings name, models/ beside the solution, the work folder.</summary>
    /// <param name="settings">Weights and work folder.</param>
    public static IReadOnlyList<string> Places(Settings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        string?[] places =
        [
            settings.Vgg19Weights,
            SolutionFolder.Find() is { } solution ? Path.Combine(solution, "models", Name) : null,
            InWorkFolder(settings),
        ];
        return [.. places.OfType<string>()];
    }

    /// <summary>The first of the <see cref="Places"/> where there is a file; null when there is none.</summary>
    /// <param name="settings">Weights and work folder.</param>
    public static string? Find(Settings settings) => Places(settings).FirstOrDefault(File.Exists);

    /// <summary>The file that is found, or else, where the settings allow it, a download into the work folder. Whatever goes wrong with the download is the reason in the result.</summary>
    /// <param name="settings">Weights, work folder, and whether to download.</param>
    /// <param name="progress">Told how far a download is.</param>
    /// <param name="cancellation">Ends a download.</param>
    /// <exception cref="WeightsException">The settings name a file that is not there.</exception>
    /// <exception cref="OperationCanceledException">The download was ended.</exception>
    public static ObtainedWeights Obtain(Settings settings, Action<DownloadProgress>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(settings);
        return Obtain(settings, Request(settings), progress, cancellation);
    }

    /// <summary>Downloads Keras' file into the work folder, where it replaces what may be there.</summary>
    /// <param name="settings">The work folder.</param>
    /// <param name="progress">Told how far it is.</param>
    /// <param name="cancellation">Ends it; what has come stays for the next try.</param>
    /// <returns>The file's path.</returns>
    /// <exception cref="IOException">It cannot be downloaded or written: a <see cref="DownloadException"/> or a <see cref="DiskSpaceException"/>, mostly.</exception>
    /// <exception cref="OperationCanceledException">It was ended.</exception>
    public static string Fetch(Settings settings, Action<DownloadProgress>? progress, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(settings);
        var request = Request(settings);
        Download.Run(request, progress, cancellation);
        return request.Target;
    }

    /// <summary>Obtains the file from another address.</summary>
    internal static ObtainedWeights Obtain(Settings settings, DownloadRequest request, Action<DownloadProgress>? progress, CancellationToken cancellation)
    {
        if (settings.Vgg19Weights is { } named && !File.Exists(named)) throw new WeightsException($"There is no VGG19 weights file '{named}': correct the setting vgg19-weights, or leave it out.");
        if (Find(settings) is { } found) return new(WeightsOrigin.Found, found, Reason: null);
        if (!settings.Download) return new(WeightsOrigin.Unavailable, FilePath: null, "There is no VGG19 weights file here, and the setting download forbids fetching it; `mathsymbols weights download` does.");
        try
        {
            Download.Run(request, progress, cancellation);
            return new(WeightsOrigin.Downloaded, request.Target, Reason: null);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new(WeightsOrigin.Unavailable, FilePath: null, $"{e.Message} Without the network, lay {Name} into models/, or name it with the setting vgg19-weights.");
        }
    }

    /// <summary>The path in the work folder, where a download goes.</summary>
    internal static string InWorkFolder(Settings settings) => Path.Combine(settings.WorkFolder.Weights, Name);

    private static DownloadRequest Request(Settings settings) => new(Address, InWorkFolder(settings), MostBytes: Length) { Length = Length, Md5 = Md5 };
}
