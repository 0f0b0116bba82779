using System.CommandLine;
using MathSymbols.Classification;
using MathSymbols.Cli.Predict;
using MathSymbols.Cli.Progress;
using MathSymbols.Data;
using MathSymbols.Runtime;
using MathSymbols.Storage;

namespace MathSymbols.Cli.Commands;

/// <summary><c>predict</c>: names the symbols in images.</summary>
internal static class PredictCommand
{
    private const int BatchSize = 16;
    private const int LargePixels = 16_000_000;

    public static Command Create()
    {
        var paths = new Argument<string[]>("path") { Description = "Images, folders of images, or - for one image on standard input.", Arity = ArgumentArity.OneOrMore };
        var json = new Option<bool>("--json") { Description = "Prints an array with path, label, confidence, the five most probable labels of each image, and whether the confidence is below the threshold from which on the classifier can be believed (unsure)." };
        var squash = new Option<bool>("--squash") { Description = "Looks at the whole image, squashed into a square as the report does it (for SymbolNet with uneven light taken out)." };
        var ink = new Option<bool>("--ink") { Description = "Looks at the ink alone, its aspect kept. With neither, or both, the answer is the mean of both looks; a classifier of the report's models, with neither, squashes." };
        var command = new Command("predict", "Names the symbols in images. An image that cannot be read is named, the others are predicted, and the exit code is 1.") { paths };
        var model = new ClassifierOption(command);
        command.Options.Add(json);
        command.Options.Add(squash);
        command.Options.Add(ink);
        var options = new SettingsOptions(command);
        command.SetAction((result, cancellation) =>
        {
            var settings = options.Read(result);
            using var classifier = Load(model, result, settings, cancellation);
            using IPredictionWriter writer = result.GetValue(json) ? new JsonPredictions() : new PredictionTable(classifier.Description);
            var looks = Looks(classifier, result.GetValue(squash), result.GetValue(ink));
            var isWhole = true;
            foreach (var batch in PredictionInput.Of(result.GetValue(paths)!).Chunk(BatchSize))
            {
                foreach (var output in Predict(classifier, batch, looks, cancellation))
                {
                    writer.Write(output);
                    if (output.Error is null) continue;
                    isWhole = false;
                    Console.Error.WriteLine($"mathsymbols: '{Printable.Of(output.Name)}' is left out: {output.Error}.");
                }
            }

            return Task.FromResult(isWhole ? ExitCode.Success : ExitCode.Failed);
        });
        return command;
    }

    private static SymbolClassifier Load(ClassifierOption model, ParseResult result, Settings settings, CancellationToken cancellation)
    {
        model.RequireFile(result);

        // Standard output is for predictions alone; what a download says goes where no pipe reads it.
        using var lines = new PlainLines(Console.Error);
        return model.Load(result, settings, TorchRuntime.Start(settings), lines, cancellation);
    }

    private static IReadOnlyList<Framing> Looks(SymbolClassifier classifier, bool squash, bool ink) => (squash, ink) switch
    {
        (false, false) => classifier.Looks,
        (true, true) => [Framing.Squash, Framing.Ink],
        _ => [ink ? Framing.Ink : Framing.Squash],
    };

    private static IEnumerable<PredictionOutput> Predict(SymbolClassifier classifier, PredictionInput[] batch, IReadOnlyList<Framing> looks, CancellationToken cancellation)
    {
        // Each image is made squares at once: photographs are large.
        var framed = batch.Select(Frame).ToList();
        var predictions = new Queue<SymbolPrediction[]>(classifier.PredictFramed([.. framed.SelectMany(d => d.Squares)], cancellation).Chunk(looks.Count));
        return [.. framed.Select(d => d.Error is null ? new PredictionOutput(d.Name, SymbolPrediction.Mean(predictions.Dequeue()), null) : new(d.Name, null, d.Error))];

        PixelImage[] Squares(PixelImage image)
        {
            PixelImage[] squares = [.. looks.Select(look => classifier.Frame(image, look))];

            // Each such image leaves hundreds of megabytes behind, which would pile up until the collector minds.
            if ((long)image.Width * image.Height > LargePixels) GC.Collect();
            return squares;
        }

        (string Name, PixelImage[] Squares, string? Error) Frame(PredictionInput input)
        {
            cancellation.ThrowIfCancellationRequested();
            try
            {
                return (input.Name, Squares(input.Decode(cancellation)), null);
            }
            catch (ImageDecodeException e)
            {
                return (input.Name, [], Sentence.OneLine(e.Message).TrimEnd('.'));
            }
        }
    }
}
