using MathSymbols.Data;
using static TorchSharp.torch;

namespace MathSymbols.Evaluation;

/// <summary>Keras' <c>evaluate</c>: measures a classifier, with dropout off and BatchNorm on its running statistics.</summary>
public static class Evaluator
{
    /// <summary>Loss and accuracy over all images of a loader. The model is left in evaluation mode.</summary>
    /// <param name="model">Takes [N, 3, H, W], gives logits [N, classes].</param>
    /// <param name="images">The images.</param>
    /// <param name="cancellation">Ends the measuring before the next batch.</param>
    public static EvaluationResult Evaluate(nn.Module<Tensor, Tensor> model, BatchLoader images, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(images);
        model.eval();
        using var noGradient = no_grad();
        double loss = 0;
        long correct = 0;
        foreach (var batch in images.Epoch(cancellation: cancellation))
        {
            using var owned = batch;
            using var scope = NewDisposeScope();
            var logits = model.forward(batch.Images);
            loss += nn.functional.cross_entropy(logits, batch.Labels, reduction: nn.Reduction.Sum).item<float>();
            correct += Correct(logits, batch.Labels);
        }

        return new(loss / images.Count, (double)correct / images.Count, images.Count);
    }

    /// <summary>How many rows have their largest logit at the label; frees what it makes when called inside a dispose scope.</summary>
    internal static long Correct(Tensor logits, Tensor labels) => logits.argmax(1).eq(labels).sum().item<long>();
}
