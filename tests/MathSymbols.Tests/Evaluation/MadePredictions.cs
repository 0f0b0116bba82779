using MathSymbols.Evaluation;

namespace MathSymbols.Tests.Evaluation;

/// <summary>Predictions whose true probabilities are known.</summary>
internal static class MadePredictions
{
    /// <summary>Draws logits from −2 to 2 and a truth from their softmax; the classifier states the softmax of logits times <paramref name="sureness"/>.</summary>
    public static IReadOnlyList<IPrediction> Draw(int count, int seed, double sureness = 1, int classes = 5)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, count).Select(_ =>
        {
            double[] logits = [.. Enumerable.Range(0, classes).Select(_ => (4 * random.NextDouble()) - 2)];
            var (left, truth) = (random.NextDouble(), 0);
            foreach (var share in Softmax(logits, 1).SkipLast(1))
            {
                if ((left -= share) < 0) break;
                truth++;
            }

            return (IPrediction)new PredictedImage(0, truth, [.. Softmax(logits, sureness).Select(s => (float)s)]);
        })];
    }

    /// <summary>Predictions of two classes: how confident each is, in percent from 50 to 100, and whether it is right.</summary>
    public static IReadOnlyList<IPrediction> Of(params IEnumerable<(int Percent, bool Right)> images) =>
        [.. images.Select(i => new PredictedImage(0, i.Right ? 0 : 1, [i.Percent / 100f, (100 - i.Percent) / 100f]))];

    /// <summary>Any bytes as such predictions, never 50 %, where the predicted class would not be told from the other.</summary>
    public static IReadOnlyList<IPrediction> Of(byte[] bytes) => Of(bytes.Select(b => (51 + (b / 2 % 50), b % 2 == 0)));

    private static double[] Softmax(double[] logits, double factor)
    {
        var sum = logits.Sum(l => Math.Exp(l * factor));
        return [.. logits.Select(l => Math.Exp(l * factor) / sum)];
    }
}
