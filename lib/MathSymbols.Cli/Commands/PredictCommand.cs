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
        var ink = new Option<bool>("--ink") { Description = "Takes the ink alone, its aspect kept, instead of squashing the whole image as the report does." };
        var command = new Command("predict", "Names the symbols in images. An image that cannot be read is named, the others are predicted, and the exit code is 1.") { paths };
        var model = new ClassifierOption(command);
        command.Options.Add(json);
        command.Options.Add(ink);
        var options = new SettingsOptions(command);
        command.SetAction((result, cancellation) =>
        {
            var settings = options.Read(result);
            using var classifier = Load(model, result, settings, cancellation);
            using IPredictionWriter writer = result.GetValue(json) ? new JsonPredictions() : new PredictionTable();
            var isWhole = true;
            foreach (var batch in PredictionInput.Of(result.GetValue(paths)!).Chunk(BatchSize))
            {
                foreach (var output in Predict(classifier, batch, result.GetValue(ink) ? Framing.Ink : Framing.Squash, cancellation))
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

    private static IEnumerable<PredictionOutput> Predict(SymbolClassifier classifier, PredictionInput[] batch, Framing framing, CancellationToken cancellation)
    {
        // Each image is made a square at once: photographs are large.
        var framed = batch.Select(Frame).ToList();
        var predictions = new Queue<SymbolPrediction>(classifier.Predict([.. framed.Select(d => d.Square).OfType<PixelImage>()], Framing.Squash, cancellation));
        return [.. framed.Select(d => d.Square is null ? new PredictionOutput(d.Name, null, d.Error) : new(d.Name, predictions.Dequeue(), null))];

        PixelImage Square(PixelImage image)
        {
            var square = classifier.Frame(image, framing);

            // Each such image leaves hundreds of megabytes behind, which would pile up until the collector minds.
            if ((long)image.Width * image.Height > LargePixels) GC.Collect();
            return square;
        }

        (string Name, PixelImage? Square, string? Error) Frame(PredictionInput input)
        {
            cancellation.ThrowIfCancellationRequested();
            try
            {
                return (input.Name, Square(input.Decode(cancellation)), null);
            }
            catch (ImageDecodeException e)
            {
                return (input.Name, null, Sentence.OneLine(e.Message).TrimEnd('.'));
            }
        }
    }
}
