using System.Globalization;
using MathSymbols.Models;
using MathSymbols.Runs;

namespace MathSymbols.Classification;

/// <summary>All that has to be known of a classifier besides its weights.</summary>
/// <param name="Architecture">One of <see cref="RunArchitecture.AlexNet"/>, <see cref="RunArchitecture.Vgg19"/> and <see cref="RunArchitecture.SymbolNet"/>.</param>
/// <param name="Labels">The classes, in the order of the probabilities; 2 to 1,000.</param>
/// <param name="Size">Height and width in pixels to which an image is resized.</param>
/// <param name="Margins">How the ink sat in the training images.</param>
/// <param name="Activation">The activation of AlexNet's dense layers; of no meaning for others.</param>
/// <param name="Base">What a head stands on; null for whole networks.</param>
/// <param name="Provenance">The run it comes from.</param>
public sealed record ClassifierDescription(
    string Architecture, IReadOnlyList<string> Labels, int Size, InkMargins Margins, Activation Activation, ClassifierBase? Base, ClassifierProvenance Provenance)
{
    /// <summary>How far its word can be taken.</summary>
    public ClassifierCalibration Calibration { get; init; } = ClassifierCalibration.None;

    /// <summary>What it is and where it comes from, in one line.</summary>
    public override string ToString()
    {
        var network = Architecture == RunArchitecture.SymbolNet ? "SymbolNet" : Base is null ? $"AlexNet ({Activation.ToString().ToLowerInvariant()})" : $"a head on VGG19{(Base.Trained ? "" : ", untrained")} ({Base.Preprocessing.Word()})";
        var test = Provenance.Results.FirstOrDefault(r => r.Set == RunSet.Test);
        var accuracy = test is null ? "" : string.Create(CultureInfo.InvariantCulture, $" · {test.Accuracy:P2} of {test.Count:N0} test images");
        return string.Create(CultureInfo.InvariantCulture, $"{network}, {Labels.Count} classes, {Size} px · {Provenance.Run}, {Provenance.Profile} profile, {Provenance.Data}{accuracy}");
    }
}
