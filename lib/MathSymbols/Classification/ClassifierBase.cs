using MathSymbols.Models;

namespace MathSymbols.Classification;

/// <summary>The frozen network that a head stands on, as a saved classifier describes it.</summary>
/// <param name="Preprocessing">What is done to an image first.</param>
/// <param name="Trained">False when its weights were drawn.</param>
/// <param name="Source">Where its weights are from, for people.</param>
/// <param name="Digest">Hash of its weights; see <see cref="Vgg19Base.Digest"/>.</param>
public sealed record ClassifierBase(Vgg19Preprocessing Preprocessing, bool Trained, string Source, string Digest)
{
    internal static ClassifierBase Of(Vgg19Base network) => new(network.Preprocessing, network.Trained, network.Source, network.Digest);
}
