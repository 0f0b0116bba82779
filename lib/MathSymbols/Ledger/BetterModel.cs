using System.Globalization;
using MathSymbols.Evaluation;
using MathSymbols.Runs;

namespace MathSymbols.Ledger;

/// <summary>Which of two runs has more test images right, and whether that can be chance.</summary>
/// <param name="AlexNet">AlexNet's test result.</param>
/// <param name="Vgg19">VGG19's.</param>
/// <param name="Test">McNemar's test of AlexNet against VGG19; null when they were not measured on the same images, and <paramref name="Unpaired"/> says why.</param>
/// <param name="Unpaired">Why they cannot be compared image by image; null when they can.</param>
public sealed record BetterModel(RunResult AlexNet, RunResult Vgg19, McNemar? Test, string? Unpaired)
{
    // The usual limit below which a difference is called significant.
    private const double Significant = 0.05;

    /// <summary>VGG19, AlexNet, or neither when the difference can be chance.</summary>
    public string Name => Test is { P: >= Significant } || AlexNet.Accuracy.Equals(Vgg19.Accuracy) ? "neither" : Vgg19.Accuracy > AlexNet.Accuracy ? "VGG19" : "AlexNet";

    /// <summary>Compares two runs; null when one of them has no test result.</summary>
    /// <param name="alexNet">A run of AlexNet.</param>
    /// <param name="vgg19">A run of VGG19.</param>
    public static BetterModel? Of(StoredRun alexNet, StoredRun vgg19)
    {
        ArgumentNullException.ThrowIfNull(alexNet);
        ArgumentNullException.ThrowIfNull(vgg19);
        if (alexNet.Record.Result(RunWeights.LastEpoch, RunSet.Test) is not { } one || vgg19.Record.Result(RunWeights.LastEpoch, RunSet.Test) is not { } other) return null;
        try
        {
            return new(one, other, PairedTest.Of(alexNet, vgg19), null);
        }
        catch (Exception e) when (e is UnpairedPredictionsException or RunException or IOException or UnauthorizedAccessException)
        {
            return new(one, other, null, e.Message);
        }
    }

    /// <summary>The comparison in one sentence.</summary>
    public override string ToString()
    {
        var verdict = Name == "neither" ? "neither is clearly better" : $"{Name} is better";
        return Test is { } test
            ? string.Create(CultureInfo.InvariantCulture, $"{verdict}: of {test.Count:N0} test images {test.OnlySecond:N0} are right with VGG19 alone and {test.OnlyFirst:N0} with AlexNet alone (McNemar's test: {P(test.P)})")
            : string.Create(CultureInfo.InvariantCulture, $"{verdict}, {Vgg19.Accuracy:P2} with VGG19 and {AlexNet.Accuracy:P2} with AlexNet, but not compared image by image ({Unpaired?.TrimEnd('.')})");
    }

    private static string P(double p) => p < 0.0001 ? "p < 0.0001" : string.Create(CultureInfo.InvariantCulture, $"p = {p:0.0000}");
}
