using MathSymbols.Runtime;

namespace MathSymbols.Data;

/// <summary>The images that the settings ask for, and their split.</summary>
/// <param name="Source">Where they come from.</param>
/// <param name="Images">The images.</param>
/// <param name="Split">Their split.</param>
public sealed record SplitImages(DataSource Source, ImageFolder Images, Split Split)
{
    /// <summary>Finds, lists and splits them.</summary>
    /// <param name="settings">Data, split and work folder.</param>
    /// <param name="cancellation">Ends the drawing of the built-in sample.</param>
    /// <exception cref="DataException">The folder or the split does not do.</exception>
    public static SplitImages Open(Settings settings, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(settings);
        var source = DataSource.Locate(settings, cancellation);
        var images = ImageFolder.Open(source.Folder);
        return new(source, images, Split.Open(images, settings.Split));
    }
}
