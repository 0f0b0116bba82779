using System.Globalization;
using System.Text;
using MathSymbols.Data;
using MathSymbols.Evaluation;
using MathSymbols.Storage;

namespace MathSymbols.Runs;

/// <summary>
/// A run's predictions as lines of values separated by tabs: path, set, truth and one probability a class, under a line of names.
/// Probabilities are kept to six decimals.
/// </summary>
/// <param name="ClassNames">The classes' names, in the order of the probabilities.</param>
/// <param name="Rows">One entry an image.</param>
public sealed record PredictionsFile(IReadOnlyList<string> ClassNames, IReadOnlyList<Prediction> Rows)
{
    /// <summary>The file's name for the weights of the last epoch.</summary>
    public const string Name = "predictions.tsv";

    /// <summary>The file's name for the weights of the best epoch.</summary>
    public const string BestName = "predictions-best.tsv";

    private static readonly string[] Start = ["path", "set", "truth"];

    /// <summary>The rows of one set, in the file's order.</summary>
    /// <param name="set">One of <see cref="RunSet"/>.</param>
    public IReadOnlyList<Prediction> Of(string set) => [.. Rows.Where(r => r.Set == set)];

    /// <summary>The rows of one set with the images they speak of, as indices into <see cref="ImageFolder.Files"/>.</summary>
    /// <param name="set">One of <see cref="RunSet"/>.</param>
    /// <param name="images">The folder the run was made of.</param>
    /// <exception cref="RunException">The folder has no such image.</exception>
    public IReadOnlyList<(int Image, IPrediction Prediction)> On(ImageFolder images, string set)
    {
        ArgumentNullException.ThrowIfNull(images);
        var places = images.Files.Index().DistinctBy(f => f.Item.Path).ToDictionary(f => f.Item.Path, f => f.Index, StringComparer.Ordinal);
        return [.. Of(set).Select(r => (places.TryGetValue(r.Path, out var place) ? place : throw new RunException($"The predictions name {Printable.Quote(r.Path)}, which '{images.Root}' does not have: name the folder the run was made of."), (IPrediction)r))];
    }

    /// <summary>The file's text.</summary>
    /// <exception cref="ArgumentException">A row does not fit the classes, or a name holds a tab or the end of a line.</exception>
    public string ToText()
    {
        var text = new StringBuilder().AppendJoin('\t', Start.Concat(ClassNames.Select(Field))).Append('\n');
        foreach (var row in Rows)
        {
            if (row.Truth < 0 || row.Truth >= ClassNames.Count || row.Probabilities.Count != ClassNames.Count || !RunSet.Has(row.Set) || !row.Probabilities.All(IsShare))
                throw new ArgumentException($"The prediction for '{row.Path}' does not fit {ClassNames.Count} classes: it needs a set, a true class, and a probability from 0 to 1 for each class.");
            text.Append(Field(row.Path)).Append('\t').Append(row.Set).Append('\t').Append(ClassNames[row.Truth]);
            foreach (var probability in row.Probabilities) text.Append('\t').Append(((double)probability).ToString("0.######", CultureInfo.InvariantCulture));
            text.Append('\n');
        }

        return text.ToString();
    }

    /// <summary>Writes the file; a kill at any moment leaves the old one or the new.</summary>
    /// <param name="path">The file to create or replace.</param>
    /// <exception cref="ArgumentException">See <see cref="ToText"/>.</exception>
    public void Write(string path) => AtomicFile.Write(path, ToText());

    /// <summary>Reads a file.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="RunException">A line does not fit; the message names file and line.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static PredictionsFile Read(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        var (number, rows) = (0, new List<Prediction>());
        var classes = new List<string>();
        try
        {
            foreach (var line in RegularFile.ReadLines(path, Limits.ListBytes))
            {
                number++;
                if (number == 1) classes = Header(line.Split('\t'));
                else rows.Add(Row(line.Split('\t'), classes));
            }

            if (number == 0) throw new FormatException("the file is empty");
        }
        catch (FormatException e)
        {
            throw new RunException($"'{path}', line {Math.Max(1, number)}: {e.Message}; write the predictions again.", e);
        }

        return new(classes, rows);
    }

    private static List<string> Header(string[] fields)
    {
        if (!fields.Take(Start.Length).SequenceEqual(Start)) throw new FormatException($"the first line does not start with {string.Join(", ", Start)}");
        var classes = fields.Skip(Start.Length).ToList();
        return classes.Count > 0 && classes.Distinct().Count() == classes.Count ? classes : throw new FormatException("there is no class, or one is named twice");
    }

    private static Prediction Row(string[] fields, List<string> classes)
    {
        if (fields.Length != Start.Length + classes.Count) throw new FormatException($"there are {fields.Length} values for {Start.Length + classes.Count} columns");
        if (!RunSet.Has(fields[1])) throw new FormatException($"the set is {Printable.Quote(fields[1])}, neither {RunSet.Validation} nor {RunSet.Test}");
        var truth = classes.IndexOf(fields[2]);
        if (truth < 0) throw new FormatException($"there is no class {Printable.Quote(fields[2])}");
        return new(fields[0], fields[1], truth, [.. fields.Skip(Start.Length).Select(Probability)]);
    }

    private static float Probability(string field) =>
        float.TryParse(field, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) && IsShare(value) ? value : throw new FormatException($"{Printable.Quote(field)} is no probability from 0 to 1");

    // A sum of rounded shares may lie a little above 1.
    private static bool IsShare(float value) => value is >= 0 and <= 1.000001f;

    private static string Field(string text) => text.AsSpan().ContainsAny("\t\r\n")
        ? throw new ArgumentException($"The name '{text}' holds a tab or the end of a line, which a table of tabs cannot keep.")
        : text;
}
