using MathSymbols.Evaluation.Robustness;
using MathSymbols.Runtime;

namespace MathSymbols.Classification;

/// <summary>The committed measurements of robustness, models/robustness/*.json; they were made by <c>mathsymbols robustness</c> on all test images of the report's split.</summary>
public static class CommittedRobustness
{
    private static readonly (string File, string Name)[] Known = [("vgg19.json", "VGG19"), ("symbolnet.json", "SymbolNet")];

    /// <summary>What each model is called, and its result; none outside of a clone.</summary>
    /// <exception cref="Data.DataException">A file is damaged.</exception>
    public static IReadOnlyList<(string Name, RobustnessResult Result)> All() => SolutionFolder.Find() is not { } clone
        ? []
        : [.. Known.Select(k => (k.Name, Path: Path.Combine(clone, "models", "robustness", k.File))).Where(k => File.Exists(k.Path)).Select(k => (k.Name, RobustnessResult.Read(k.Path)))];
}
