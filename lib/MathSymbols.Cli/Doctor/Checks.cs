using System.ComponentModel;
using System.Diagnostics;
using MathSymbols.Cli.Report;
using MathSymbols.Data;
using MathSymbols.Models;
using MathSymbols.Runtime;
using MathSymbols.Storage;

namespace MathSymbols.Cli.Doctor;

/// <summary>The doctor's checks, in the order in which they are printed.</summary>
internal static class Checks
{
    // The real data's pixels at 224 px, and room for what training writes.
    private const long ComfortableBytes = 3_000_000_000;

    public static IEnumerable<Finding> Run(Settings settings)
    {
        yield return Sdk();
        foreach (var finding in Torch(settings)) yield return finding;
        yield return Data(settings);
        yield return Weights(settings);
        yield return Work(settings.WorkFolder);
        yield return Disk(settings.WorkFolder);
        foreach (var limit in Limits.InWords) yield return new(Verdict.Fine, "limits", limit);
    }

    private static Finding Sdk()
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(DotnetHost.Path, ["--version"]) { RedirectStandardOutput = true })!;
            var version = process.StandardOutput.ReadToEnd().Trim();
            process.WaitForExit();
            return process.ExitCode == 0
                ? new(Verdict.Fine, "SDK", $"{version} at {DotnetHost.Path}")
                : new(Verdict.Notice, "SDK", $"{DotnetHost.Path} has no SDK that fits global.json; install .NET SDK 10 to build");
        }
        catch (Win32Exception)
        {
            return new(Verdict.Notice, "SDK", "no dotnet program was found; install .NET SDK 10 to build");
        }
    }

    private static IEnumerable<Finding> Torch(Settings settings)
    {
        NativeLoad? load = null;
        TorchDevice? device = null;
        string? problem = null;
        try
        {
            load = TorchRuntime.Load();
            device = TorchRuntime.Start(settings);
        }
        catch (TorchBackendException e)
        {
            problem = e.Message;
        }

        yield return load is null
            ? new(Verdict.Missing, "LibTorch", problem!)
            : new(Verdict.Fine, "LibTorch", device is null ? load.Binding! : $"{device.LibTorchVersion}, {load.Binding}");
        if (load is not null)
        {
            yield return new(Verdict.Fine, "libstdc++", load.Mended
                ? "older than LibTorch's binding asks for; an adapted copy of the binding is in use"
                : "new enough, nothing was adapted");
            yield return device is null ? new(Verdict.Missing, "device", problem!) : new(Verdict.Fine, "device", device.Description);
        }
    }

    private static Finding Data(Settings settings)
    {
        try
        {
            if (DataSource.Find(settings) is not { } source) return new(Verdict.Notice, "data", "no dataset; `mathsymbols data download` fetches it; until then the built-in synthetic sample is used");
            var images = ImageFolder.Open(source.Folder);
            return new(Verdict.Fine, "data", $"{source.Folder}: {images.Count} images, {images.ClassNames.Count} classes");
        }
        catch (Exception e) when (e is DataException or IOException or UnauthorizedAccessException)
        {
            return new(Verdict.Missing, "data", e.Message);
        }
    }

    private static Finding Weights(Settings settings) => Vgg19WeightsFile.Find(settings) is { } path
        ? new(Verdict.Fine, "weights", path)
        : new(Verdict.Notice, "weights", $"no {Vgg19WeightsFile.Name} in models/ or the work folder; section IV fetches it, or the setting vgg19-weights names it, or `mathsymbols weights download`");

    private static Finding Work(WorkFolder work)
    {
        try
        {
            AtomicFile.Write(Path.Combine(work.Root, ".doctor"), "");
            File.Delete(Path.Combine(work.Root, ".doctor"));
            return new(Verdict.Fine, "work folder", work.Root);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new(Verdict.Missing, "work folder", $"{work.Root} cannot be written to: {e.Message} Name another with --work.");
        }
    }

    private static Finding Disk(WorkFolder work)
    {
        var free = work.FreeBytes();
        return new(free >= ComfortableBytes ? Verdict.Fine : Verdict.Notice, "disk", $"{DiskSpace.Size(free)} free; the real data's pixels take 1.5 GB");
    }
}
