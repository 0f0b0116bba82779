using MathSymbols.Runtime;
using MathSymbols.Storage;

namespace MathSymbols.Data;

/// <summary>The dataset that the report and the committed runs are about, as it was then.</summary>
public static class KnownDataset
{
    /// <summary>Its name, which its folder has too.</summary>
    public const string Name = "handwritten-math-symbols";

    /// <summary>The fingerprint of its content, which the committed records hold.</summary>
    public const string Fingerprint = "be7635b6f890bc31aea7463b3503325113b96125fb1d2aee0a9bfd85027977a2";

    /// <summary>Images of each class.</summary>
    public static IReadOnlyDictionary<string, int> Classes { get; } = new SortedDictionary<string, int>(StringComparer.Ordinal)
    {
        ["0"] = 595, ["1"] = 562, ["2"] = 433, ["3"] = 541, ["4"] = 526, ["5"] = 433, ["6"] = 581, ["7"] = 533, ["8"] = 554, ["9"] = 546,
        ["add"] = 596, ["dec"] = 624, ["div"] = 618, ["eq"] = 634, ["mul"] = 577, ["sub"] = 655,
        ["x"] = 452, ["y"] = 399, ["z"] = 212,
    };

    /// <summary>Images of all classes.</summary>
    public static int Images { get; } = Classes.Values.Sum();

    /// <summary>Where it belongs: data/handwritten-math-symbols beside MathSymbols.sln; null outside a clone.</summary>
    public static string? Folder() => SolutionFolder.Find() is { } solution ? Path.Combine(solution, "data", Name) : null;

    /// <summary>Whether images may be meant to be it: more than half of its classes are there.</summary>
    /// <param name="images">The images.</param>
    public static bool Resembles(ImageFolder images)
    {
        ArgumentNullException.ThrowIfNull(images);
        return Resembles(images.ClassNames);
    }

    /// <summary>As <see cref="Resembles(ImageFolder)"/>, of classes that hold images.</summary>
    internal static bool Resembles(IEnumerable<string> classes) => 2 * classes.Count(Classes.ContainsKey) > Classes.Count;

    /// <summary>Compares images with it, by class and number and by content.</summary>
    /// <param name="images">The images.</param>
    /// <param name="work">Where the content's fingerprint is noted, so that it is read once only.</param>
    /// <param name="cancellation">Ends the reading.</param>
    public static DatasetComparison Compare(ImageFolder images, WorkFolder work, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(images);
        return Compare(images, images.Fingerprint(work, cancellation));
    }

    /// <summary>As <see cref="Compare(ImageFolder, WorkFolder, CancellationToken)"/>, where the fingerprint is known.</summary>
    /// <param name="images">The images.</param>
    /// <param name="fingerprint">Their content's fingerprint, 64 hexadecimal digits.</param>
    public static DatasetComparison Compare(ImageFolder images, string fingerprint)
    {
        ArgumentNullException.ThrowIfNull(images);
        var counts = images.CountPerClass();
        var found = images.ClassNames.Select((name, label) => (name, Count: counts[label])).ToDictionary(c => c.name, c => c.Count, StringComparer.Ordinal);
        var classes = found.Keys.Union(Classes.Keys).Order(StringComparer.Ordinal).Select(name => new ClassCount(name, found.GetValueOrDefault(name), Classes.GetValueOrDefault(name)));
        return new([.. classes], fingerprint);
    }
}
