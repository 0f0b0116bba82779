using System.Text.Json.Nodes;
using MathSymbols.Storage;
using MathSymbols.Training;

namespace MathSymbols.Figures;

/// <summary>A training history for report.json, under the names Keras uses.</summary>
internal static class HistoryJson
{
    /// <summary>The four curves, one value an epoch.</summary>
    public static JsonObject Curves(History history) => new()
    {
        ["loss"] = Column(history, e => e.Loss),
        ["accuracy"] = Column(history, e => e.Accuracy),
        ["val_loss"] = Column(history, e => e.ValidationLoss),
        ["val_accuracy"] = Column(history, e => e.ValidationAccuracy),
    };

    /// <summary>One value an epoch.</summary>
    public static JsonArray Column(History history, Func<EpochResult, double> value) => JsonNumbers.Array(history.Epochs.Select(value));
}
