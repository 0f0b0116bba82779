using MathSymbols.Data;
using static TorchSharp.torch;

namespace MathSymbols.Evaluation;

/// <summary>Keras' <c>evaluate</c> and <c>predict</c>: measures a classifier, with dropout off and BatchNorm on its running statistics.</summary>
public static class Evaluator
{
    /// <summary>Loss and accuracy over all images of a loader. The model is left in evaluation mode.</summary>
    /// <param name="model">Takes what the loader gives, such as [N, 3, H, W], and gives logits [N, classes].</param>
    /// <param name="images">The images.</param>
    /// <param name="cancellation">Ends the measuring before the next batch.</param>
    public static EvaluationResult Evaluate(nn.Module<Tensor, Tensor> model, BatchLoader images, CancellationToken cancellation = default) =>
        Run(InEvaluation(model), images, (_, _) => { }, cancellation);

    /// <summary>As <see cref="Evaluate"/>, with the probabilities of each image.</summary>
    /// <param name="model">Takes what the loader gives, such as [N, 3, H, W], and gives logits [N, classes].</param>
    /// <param name="images">The images.</param>
    /// <param name="cancellation">Ends the measuring before the next batch.</param>
    public static Predictions Predict(nn.Module<Tensor, Tensor> model, BatchLoader images, CancellationToken cancellation = default) => Predict(InEvaluation(model), images, cancellation);

    /// <summary>As the other, of anything that gives logits [N, classes].</summary>
    internal static Predictions Predict(Func<Tensor, Tensor> logits, BatchLoader images, CancellationToken cancellation)
    {
        var found = new List<PredictedImage>();
        var result = Run(logits, images, Keep, cancellation);
        return new(result, found);

        void Keep(Batch batch, Tensor given)
        {
            var probabilities = nn.functional.softmax(given, 1).cpu().data<float>().ToArray();
            var labels = batch.Labels.cpu().data<long>().ToArray();
            var classes = probabilities.Length / batch.Count;
            for (var i = 0; i < batch.Count; i++) found.Add(new(batch.Indices[i], (int)labels[i], probabilities[(i * classes)..((i + 1) * classes)]));
        }
    }

    /// <summary>How many rows have their largest logit at the label; frees what it makes when called inside a dispose scope.</summary>
    internal static int Correct(Tensor logits, Tensor labels) => (int)logits.argmax(1).eq(labels).sum().item<long>();

    private static Func<Tensor, Tensor> InEvaluation(nn.Module<Tensor, Tensor> model)
    {
        ArgumentNullException.ThrowIfNull(model);
        model.eval();
        return model.forward;
    }

    private static EvaluationResult Run(Func<Tensor, Tensor> forward, BatchLoader images, Action<Batch, Tensor> each, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(images);
        using var noGradient = no_grad();
        double loss = 0;
        var correct = 0;
        foreach (var batch in images.Epoch(cancellation: cancellation))
        {
            using var owned = batch;
            using var scope = NewDisposeScope();
            var logits = forward(batch.Images);
            loss += nn.functional.cross_entropy(logits, batch.Labels, reduction: nn.Reduction.Sum).item<float>();
            correct += Correct(logits, batch.Labels);
            each(batch, logits);
        }

        return new(loss / images.Count, correct, images.Count);
    }
}
