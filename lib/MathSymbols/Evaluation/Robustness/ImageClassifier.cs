using MathSymbols.Data;

namespace MathSymbols.Evaluation.Robustness;

/// <summary>Names what is in images.</summary>
/// <param name="images">A batch, at any sizes.</param>
/// <param name="cancellation">Ends it.</param>
/// <returns>One list an image, in their order: a probability for each class.</returns>
public delegate IReadOnlyList<IReadOnlyList<float>> ImageClassifier(IReadOnlyList<PixelImage> images, CancellationToken cancellation);
