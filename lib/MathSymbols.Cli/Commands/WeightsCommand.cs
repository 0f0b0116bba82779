using System.CommandLine;
using MathSymbols.Models;
using MathSymbols.Storage;

namespace MathSymbols.Cli.Commands;

/// <summary><c>weights</c>: where VGG19's weights are looked for and what is there.</summary>
internal static class WeightsCommand
{
    public static Command Create()
    {
        var command = new Command("weights", "Says where VGG19's weights are looked for, and what is there.");

        // One set of options for both commands, so that --work counts before and after `download`.
        var options = new SettingsOptions(command, recursive: true);
        command.Add(WeightsDownloadCommand.Create(options));
        command.SetAction((result, cancellation) =>
        {
            var settings = options.Read(result);
            var used = Vgg19WeightsFile.Find(settings);
            foreach (var place in Vgg19WeightsFile.Places(settings))
                Console.WriteLine($"'{place}': {What(place, cancellation)}{(place == used ? "; this one is used" : "")}");
            if (used is null) Console.WriteLine("There are no weights; `mathsymbols weights download` fetches them.");
            return Task.FromResult(ExitCode.Success);
        });
        return command;
    }

    /// <summary>Whether a file is Keras' own, byte for byte.</summary>
    internal static bool IsKeras(string path, CancellationToken cancellation) => Md5.OfFile(path, cancellation) == Vgg19WeightsFile.Md5;

    private static string What(string path, CancellationToken cancellation)
    {
        if (!File.Exists(path)) return "not there";
        var md5 = Md5.OfFile(path, cancellation);
        var whose = md5 == Vgg19WeightsFile.Md5 ? "Keras' own file" : $"not Keras' own file (its MD5 is {md5})";
        return $"{DiskSpace.Size(new FileInfo(path).Length)}, {whose}";
    }
}
