using MathSymbols.Models;
using MathSymbols.Training;
using MathSymbols.Tuning;

namespace MathSymbols.Runs;

/// <summary>What the records of SymbolNet have in common.</summary>
public static class SymbolNetRecord
{
    /// <summary>What it is trained with, for records.</summary>
    public static HyperParameters Values { get; } = new(
        ("learning_rate", SymbolNetPlan.LearningRate), ("schedule", $"{SymbolNetPlan.Schedule}"), ("weight_decay", SymbolNetPlan.WeightDecay),
        ("label_smoothing", SymbolNetPlan.LabelSmoothing), ("dropout", SymbolNet.DropoutRate), ("augmentation", $"{SymbolNetPlan.Augmentation}"));
}
