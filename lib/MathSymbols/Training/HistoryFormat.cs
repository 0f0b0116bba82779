using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace MathSymbols.Training;

/// <summary>A history as JSON and as CSV, under the names Keras uses. Numbers are written in full, so that reading gives the same history.</summary>
public static class HistoryFormat
{
    private static readonly (string Name, Func<EpochResult, double> Value)[] Columns =
    [
        ("loss", e => e.Loss), ("accuracy", e => e.Accuracy), ("val_loss", e => e.ValidationLoss), ("val_accuracy", e => e.ValidationAccuracy),
        ("learning_rate", e => e.LearningRate), ("seconds", e => e.Seconds), ("images_per_second", e => e.ImagesPerSecond),
    ];

    /// <summary>One object an epoch, with the members epoch, loss, accuracy, val_loss, val_accuracy, learning_rate, seconds, images_per_second and what callbacks added.</summary>
    /// <param name="history">The history.</param>
    public static JsonArray ToJson(History history)
    {
        ArgumentNullException.ThrowIfNull(history);
        return [.. history.Epochs.Select(Object)];

        static JsonNode Object(EpochResult epoch)
        {
            var row = new JsonObject { ["epoch"] = epoch.Epoch };
            foreach (var (name, value) in Columns) row[name] = value(epoch);
            foreach (var (name, value) in epoch.Extra) row[name] = value;
            return row;
        }
    }

    /// <summary>Reads what <see cref="ToJson"/> wrote.</summary>
    /// <param name="json">An array of epochs.</param>
    /// <exception cref="FormatException">It is not such an array.</exception>
    public static History FromJson(JsonNode? json)
    {
        if (json is not JsonArray rows) throw new FormatException("a history is an array of epochs");
        var first = rows.Count > 0 && rows[0] is JsonObject start && start["epoch"] is JsonValue value && value.TryGetValue(out int number) ? number : 1;
        return new([.. rows.Select((row, i) => row is JsonObject o ? Read(o, first + i) : throw new FormatException($"epoch {first + i} is not an object"))]);
    }

    /// <summary>One line an epoch under a line of names, separated by commas.</summary>
    /// <param name="history">The history.</param>
    public static string ToCsv(History history)
    {
        ArgumentNullException.ThrowIfNull(history);
        var extra = history.Epochs.SelectMany(e => e.Extra.Keys).Distinct().ToList();
        var csv = new StringBuilder().AppendJoin(',', Columns.Select(c => c.Name).Prepend("epoch").Concat(extra)).Append('\n');
        foreach (var epoch in history.Epochs)
        {
            csv.Append(epoch.Epoch);
            foreach (var (_, value) in Columns) csv.Append(',').Append(Text(value(epoch)));
            foreach (var name in extra) csv.Append(',').Append(epoch.Extra.TryGetValue(name, out var value) ? Text(value) : "");
            csv.Append('\n');
        }

        return csv.ToString();
    }

    private static EpochResult Read(JsonObject row, int number)
    {
        if (row["epoch"] is not JsonValue value || !value.TryGetValue(out int epoch) || epoch != number) throw new FormatException($"epoch {number} is missing");
        var known = Columns.Select(c => c.Name).Append("epoch").ToHashSet();
        return new(number, Number("loss"), Number("accuracy"), Number("val_loss"), Number("val_accuracy"), Number("learning_rate"), Number("seconds"), Number("images_per_second"))
        {
            Extra = row.Where(p => !known.Contains(p.Key)).ToDictionary(p => p.Key, p => Number(p.Key)),
        };

        double Number(string name) => row[name] is JsonValue v && v.TryGetValue(out double number) ? number : throw new FormatException($"epoch {epoch} has no number '{name}'");
    }

    private static string Text(double value) => value.ToString("R", CultureInfo.InvariantCulture);
}
