using System.Globalization;
using MathSymbols.Data;
using MathSymbols.Storage;

namespace MathSymbols.Runs;

/// <summary>
/// What several runs say of the images each was tested on, put together by image: of a cross-validation, whose runs have a test part each, every
/// image's prediction by the one run that did not train on it.
/// </summary>
public static class TestPredictions
{
    /// <summary>Reads files of predictions and finds their test images in a folder.</summary>
    /// <param name="images">The folder.</param>
    /// <param name="files">The files; an image stands among the test images of one of them at most.</param>
    /// <returns>One entry an image, one probability a class in the folder's order; null where no file has the image.</returns>
    /// <exception cref="RunException">A file does not fit itself, the folder or another file; the message names it.</exception>
    /// <exception cref="IOException">A file cannot be read.</exception>
    public static IReadOnlyList<IReadOnlyList<float>?> Of(ImageFolder images, IEnumerable<string> files)
    {
        ArgumentNullException.ThrowIfNull(images);
        ArgumentNullException.ThrowIfNull(files);
        var places = images.Files.Index().ToDictionary(f => f.Item.Path, f => f.Index, StringComparer.Ordinal);
        var (found, from) = (new IReadOnlyList<float>?[images.Count], new string?[images.Count]);
        foreach (var file in files)
        {
            if (string.IsNullOrWhiteSpace(file)) throw new RunException($"The name of a file of predictions is empty; name a run's {PredictionsFile.Name}.");
            var predictions = PredictionsFile.Read(file);
            var order = Order(images, predictions, file);
            var rows = predictions.Of(RunSet.Test);
            if (rows.Count == 0) throw new RunException($"'{file}' has no predictions of {RunSet.Test} images, and others do not count: the run has seen them; name a file that has.");
            foreach (var row in rows)
            {
                var place = Place(images, places, row, predictions.ClassNames[row.Truth], file);
                if (from[place] is { } earlier) throw new RunException($"The image {Printable.Quote(row.Path)} is a {RunSet.Test} image twice, in '{earlier}' and in '{file}'; name files that have no {RunSet.Test} image in common.");
                (found[place], from[place]) = ([.. order.Select(c => row.Probabilities[c])], file);
            }
        }

        return found;
    }

    // Where each of the folder's classes stands in the file.
    private static int[] Order(ImageFolder images, PredictionsFile predictions, string file)
    {
        var alone = predictions.ClassNames.Except(images.ClassNames).Concat(images.ClassNames.Except(predictions.ClassNames)).FirstOrDefault();
        if (alone is not null)
            throw new RunException(string.Create(CultureInfo.InvariantCulture, $"'{file}' is about {predictions.ClassNames.Count} classes and '{images.Root}' has {images.ClassNames.Count}; {Printable.Quote(alone)} is in one of them only; name predictions of the same classes."));
        var places = predictions.ClassNames.Index().ToDictionary(c => c.Item, c => c.Index, StringComparer.Ordinal);
        return [.. images.ClassNames.Select(c => places[c])];
    }

    private static int Place(ImageFolder images, Dictionary<string, int> places, Prediction row, string truth, string file)
    {
        if (!places.TryGetValue(row.Path, out var place))
            throw new RunException($"'{file}' has a prediction of {Printable.Quote(row.Path)}, which is not in '{images.Root}'; name predictions of these images.");
        var label = images.ClassNames[images.Files[place].Label];
        return label == truth ? place
            : throw new RunException($"'{file}' says that {Printable.Quote(row.Path)} is of class {Printable.Quote(truth)}, but in '{images.Root}' it is of {Printable.Quote(label)}; name predictions of these images.");
    }
}
