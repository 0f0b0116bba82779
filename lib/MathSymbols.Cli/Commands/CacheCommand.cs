using System.CommandLine;
using MathSymbols.Storage;

namespace MathSymbols.Cli.Commands;

/// <summary><c>cache</c>: what the work folder holds, and how to be rid of it.</summary>
internal static class CacheCommand
{
    public static Command Create()
    {
        var clear = new Option<bool>("--clear") { Description = "Deletes what can be made again: decoded pixels, features, fingerprints, the synthetic sample, adapted natives, archives that wait to be unpacked." };
        var command = new Command("cache", "Lists what the work folder holds.") { clear };
        var options = new SettingsOptions(command);
        command.SetAction((result, _) =>
        {
            var work = options.Read(result).WorkFolder;
            Console.WriteLine($"'{work.Root}', {DiskSpace.Size(work.FreeBytes())} free on its disk");
            foreach (var part in CachePart.Of(work))
            {
                var bytes = part.Bytes();
                var cleared = result.GetValue(clear) && part.CanBeCleared;
                if (cleared) part.Clear();
                Console.WriteLine($"{(cleared ? "deleted " : "")}{part.Name,-12} {DiskSpace.Size(bytes)}{(part.CanBeCleared ? "" : $" (kept; delete '{part.Folder}' by hand)")}");
            }

            return Task.FromResult(ExitCode.Success);
        });
        return command;
    }
}
