using MathSymbols.Evaluation.Robustness;

namespace MathSymbols.Tests.Evaluation.Robustness;

/// <summary>Results with invented numbers.</summary>
internal static class RobustnessSamples
{
    /// <summary>Ten images; so many of them are right after the second of two steps of turning, and after the one of blurring.</summary>
    public static RobustnessResult Result(string model = "a model", int turned = 4, int blurred = 8, int seed = 1001) => new(
        new(model, "images", "f00d", "a split", 10, seed, "a processor", 2),
        new(new("unchanged", 9, 10), [new("rotation", [new("5°", 9, 10), new("10°", turned, 10)]), new("blur", [new("1 %", blurred, 10)])]),
        ["a/1.png: the file is empty"]);
}
