using System.CommandLine;
using MathSymbols.Cli.Data;
using MathSymbols.Cli.Progress;
using MathSymbols.Data;
using MathSymbols.Data.Audit;
using MathSymbols.Figures.Audit;
using MathSymbols.Runs;

namespace MathSymbols.Cli.Commands;

/// <summary><c>data audit</c>: looks for copies, contradicting labels, leaks across the split, what format and size give away, marks at the border, and wrong labels.</summary>
internal static class DataAuditCommand
{
    public static Command Create()
    {
        var output = new OutOption($"The folder that gets {AuditFormat.FileName} and {AuditPage.FileName}; earlier ones are replaced.") { Required = true };
        var predictions = new Option<string[]>("--predictions")
        {
            Description = $"A run's {PredictionsFile.Name}, to look for wrong labels among its test images; once for each run of a cross-validation. Only images that the run did not train on tell anything, and each may stand in one file only.",
            HelpName = "file",
            DefaultValueFactory = _ => [],
        };
        var command = new Command("audit", "Looks for copies, also across classes and the split, for what format and size give away, for marks at the border and, with --predictions, for labels that may be wrong.") { output, predictions };
        var options = new SettingsOptions(command);
        command.SetAction((result, cancellation) =>
        {
            var settings = options.Read(result);
            var (source, images, split) = SplitImages.Open(settings, cancellation);
            var named = result.GetValue(predictions)!;
            var foreseen = named.Length == 0 ? null : TestPredictions.Of(images, named);
            var folder = Directory.CreateDirectory(Path.GetFullPath(result.GetValue(output)!)).FullName;
            DatasetAudit audit;
            using (var lines = ProgressLines.Create())
            {
                audit = DatasetAudit.Run(images, split, new ImageProgress(lines, "looked at", images.Count), cancellation);
            }

            if (foreseen is not null) audit = audit with { LabelErrors = LabelErrors.Of(audit, foreseen) };
            AuditFormat.Write(audit, folder);
            AuditPage.Write(audit, folder, cancellation);
            Console.WriteLine(source.Description);
            foreach (var line in AuditView.Lines(audit)) Console.WriteLine(line);
            Console.WriteLine($"To go through: '{Path.Combine(folder, AuditPage.FileName)}'; all of it as data: '{Path.Combine(folder, AuditFormat.FileName)}'.");
            return Task.FromResult(audit.Failures.Count == 0 ? ExitCode.Success : ExitCode.Failed);
        });
        return command;
    }
}
