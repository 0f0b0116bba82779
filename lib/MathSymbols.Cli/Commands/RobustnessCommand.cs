using System.CommandLine;
using MathSymbols.Classification;
using MathSymbols.Cli.Predict;
using MathSymbols.Cli.Progress;
using MathSymbols.Cli.Robustness;
using MathSymbols.Data;
using MathSymbols.Evaluation.Robustness;
using MathSymbols.Evaluation.Robustness.Perturbing;
using MathSymbols.Runtime;
using MathSymbols.Storage;
using Spectre.Console;

namespace MathSymbols.Cli.Commands;

/// <summary><c>robustness</c>: how a classifier's accuracy falls when test images are changed in fixed steps.</summary>
internal static class RobustnessCommand
{
    public const string Name = "robustness";

    public static Command Create()
    {
        var output = new OutOption("A JSON file that gets the counts; an earlier one is replaced.", "file");
        var sample = new Option<int?>("--sample") { Description = "How many test images at most, evenly drawn from the classes; otherwise all.", HelpName = "images" };
        var command = new Command(Name, $"Measures a classifier on test images that are turned, moved, blurred, darkened and so on: {Perturbations.All.Count} perturbations in fixed steps, {RobustnessTest.Passes(Perturbations.All)} passes over the images.") { output, sample };
        var model = new ClassifierOption(command);
        var options = new SettingsOptions(command);
        command.SetAction((result, cancellation) =>
        {
            var settings = options.Read(result);
            var count = result.GetValue(sample);
            if (count < 1) throw new CommandException($"--sample takes a number of images, 1 or more; it was given {count}.");
            var file = result.GetValue(output) is { } path ? Place(path) : null;
            model.RequireFile(result);
            var data = SplitImages.Open(settings, cancellation);
            var device = TorchRuntime.Start(settings);
            RobustnessResult measured;
            using (var lines = ProgressLines.Create())
            {
                using var classifier = model.Load(result, settings, device, lines, cancellation);
                var passes = RobustnessTest.Passes(Perturbations.All) * ClassifierRobustness.Indices(data, count, settings.Seed).Count;
                measured = ClassifierRobustness.Measure(classifier, data, settings, device, count, progress: new ImageProgress(lines, "changed and classified", passes), cancellation: cancellation);
            }

            // Before it is written: what has taken long is not lost with a disk that is full.
            Console.WriteLine(data.Source.Description);
            Console.WriteLine(Printable.Of(measured.Subject.Model));
            AnsiConsole.Write(RobustnessView.Of(measured.Counts));
            Console.WriteLine($"{measured}");
            foreach (var failure in measured.Failures) Console.Error.WriteLine($"mathsymbols: left out: {failure}");
            if (file is not null)
            {
                measured.Write(file);
                Console.WriteLine($"As data: '{file}'.");
            }

            return Task.FromResult(measured.Failures.Count == 0 ? ExitCode.Success : ExitCode.Failed);
        });
        return command;
    }

    // What cannot be written is said before the measuring, which takes long.
    private static string Place(string path)
    {
        if (Directory.Exists(path)) throw new CommandException($"--out takes a file; '{path}' is none.");
        var full = Path.GetFullPath(path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        return full;
    }
}
