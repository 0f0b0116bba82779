using System.Globalization;
using MathSymbols.Data;
using MathSymbols.Runtime;

namespace MathSymbols.Classification;

/// <summary>What a classifier makes of a folder of own handwriting: the whole image squashed, as the report does it, and the ink alone. Kept in a file, so that the conclusion can count without the classifier.</summary>
/// <param name="Classifier">Where the classifier comes from.</param>
/// <param name="Images">What a person calls the images.</param>
/// <param name="Fingerprint">Hash over the images.</param>
/// <param name="Rows">One entry an image, in the order of the names.</param>
public sealed record HandwritingResult(ClassifierProvenance Classifier, string Images, string Fingerprint, IReadOnlyList<HandwritingRow> Rows)
{
    private const string CommittedName = "own-handwriting.json";

    /// <summary>How many images have a known class.</summary>
    public int Known => Rows.Count(r => r.Truth is not null);

    /// <summary>Predicts all images of a folder, both ways.</summary>
    /// <param name="classifier">The classifier.</param>
    /// <param name="images">The images.</param>
    /// <param name="cancellation">Ends it before the next batch.</param>
    public static HandwritingResult Of(SymbolClassifier classifier, OwnImages images, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(classifier);
        ArgumentNullException.ThrowIfNull(images);

        // Only squares are kept. Channels can be exchanged after resizing, which treats each alike.
        var (squares, inks) = (new List<PixelImage>(), new List<PixelImage>());
        foreach (var image in images.Images)
        {
            cancellation.ThrowIfCancellationRequested();
            var whole = image.Decode();
            squares.Add(classifier.Frame(whole, Framing.Squash));
            inks.Add(classifier.Frame(whole, Framing.Ink));
        }

        var (squashed, ink) = (Predict(squares), Predict(inks));
        var exchanged = Predict([.. squares.Select(s => s.ExchangeRedAndBlue())]);
        return new(classifier.Description.Provenance, images.Name, images.Fingerprint, [.. images.Images.Select((image, i) => new HandwritingRow(image.File, image.Truth, squashed[i].Top[0], ink[i].Top[0], exchanged[i].Top[0]))]);

        IReadOnlyList<SymbolPrediction> Predict(IReadOnlyList<PixelImage> framed) => classifier.Predict(framed, Framing.Squash, cancellation);
    }

    /// <summary>How many images of a known class are classified correctly.</summary>
    /// <param name="framing">The framing.</param>
    public int Right(Framing framing) => Rows.Count(r => r.IsRight(r.Prediction(framing)) == true);

    /// <summary>How many images of a known class are classified correctly when they are squashed and red and blue are exchanged.</summary>
    public int RightExchanged => Rows.Count(r => r.IsRight(r.Exchanged) == true);

    /// <summary>The count both ways, in one sentence.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"Of {Known} images, {Right(Framing.Squash)} are classified correctly the report's way, squashed whole, and {Right(Framing.Ink)} when the ink alone is taken.");

    /// <summary>Where a notebook keeps it: one file for each profile and set of training images.</summary>
    /// <param name="settings">Work folder and profile.</param>
    /// <param name="data">The training images.</param>
    public static string PathOf(Settings settings, Dataset data)
    {
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentNullException.ThrowIfNull(data);
        return Path.Combine(settings.WorkFolder.Handwriting, $"{settings.Profile.Word()}-{data.Pixels.Fingerprint[..12]}.json");
    }

    /// <summary>Where a notebook keeps what the committed classifier says; of the clone's own images it is what models/own-handwriting.json holds.</summary>
    /// <param name="settings">Work folder.</param>
    public static string PathOfCommitted(Settings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        return Path.Combine(settings.WorkFolder.Handwriting, CommittedName);
    }

    /// <summary>The result of the committed classifier on the clone's own images, models/own-handwriting.json; null outside of a clone.</summary>
    /// <exception cref="DataException">The file is damaged.</exception>
    public static HandwritingResult? Committed() => SolutionFolder.Find() is { } clone ? Read(Path.Combine(clone, "models", CommittedName)) : null;

    /// <summary>Reads a file that <see cref="Write"/> has written; null when there is none.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="DataException">It is damaged, or was written by a newer program.</exception>
    public static HandwritingResult? Read(string path) => File.Exists(path) ? HandwritingFormat.Read(path) : null;

    /// <summary>Writes it as JSON; a kill at any moment leaves the old file or the new.</summary>
    /// <param name="path">The file to create or replace.</param>
    public void Write(string path) => HandwritingFormat.Write(path, this);
}
