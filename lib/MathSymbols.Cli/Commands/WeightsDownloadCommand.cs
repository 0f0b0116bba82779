using System.CommandLine;
using MathSymbols.Cli.Progress;
using MathSymbols.Models;
using MathSymbols.Storage;

namespace MathSymbols.Cli.Commands;

/// <summary><c>weights download</c>: fetches Keras' file into the work folder.</summary>
internal static class WeightsDownloadCommand
{
    public static Command Create(SettingsOptions options)
    {
        var command = new Command("download", $"Fetches Keras' file ({DiskSpace.Size(Vgg19WeightsFile.Length)}) into the work folder; interrupted, it goes on where it was.");
        command.SetAction((result, cancellation) =>
        {
            var settings = options.Read(result);
            if (Vgg19WeightsFile.Places(settings).FirstOrDefault(p => File.Exists(p) && WeightsCommand.IsKeras(p, cancellation)) is { } there)
            {
                Console.WriteLine($"'{there}' is Keras' own file; nothing is to be done.");
                return Task.FromResult(ExitCode.Success);
            }

            string path;
            using (var lines = ProgressLines.Create())
            {
                var shown = new DownloadLines(lines, Vgg19WeightsFile.Address.ToString());
                try
                {
                    path = Vgg19WeightsFile.Fetch(settings, shown.Show, cancellation);
                }
                catch (OperationCanceledException e)
                {
                    throw shown.Stopped(e);
                }
            }

            Console.WriteLine($"'{path}': {DiskSpace.Size(Vgg19WeightsFile.Length)}, Keras' own file.");
            if (Vgg19WeightsFile.Find(settings) is { } used && used != path) Console.WriteLine($"'{used}' comes before it and is used.");
            return Task.FromResult(ExitCode.Success);
        });
        return command;
    }
}
