using System.CommandLine;
using MathSymbols.Benchmarks;
using MathSymbols.Data;
using MathSymbols.Runtime;
using MathSymbols.Storage;

var data = new Option<string?>("--data") { Description = "A folder of images; the built-in sample if none is named.", HelpName = "folder" };
var kills = new Option<int>("--kills") { Description = "How many builds of a pixel store are killed.", DefaultValueFactory = _ => 50 };
var output = new Option<string?>("--out") { Description = "Also writes what is printed into this file.", HelpName = "file" };
var root = new RootCommand("Measures the data path side by side with what it feeds, and prints ratios.") { data, kills, output };

// The child that the kill benchmark starts: builds one store and ends.
var imagesArgument = new Argument<string>("images");
var workArgument = new Argument<string>("work");
var build = new Command("build-store") { imagesArgument, workArgument };
build.Hidden = true;
build.SetAction(result =>
{
    using var store = PixelStore.Open(ImageFolder.Open(result.GetValue(imagesArgument)!), KillBenchmark.Size, new WorkFolder(result.GetValue(workArgument)!));
    return 0;
});
root.Subcommands.Add(build);

root.SetAction((result, cancellation) =>
{
    var settings = Settings.FromEnvironment() with { Data = result.GetValue(data) };
    var temporary = Directory.CreateTempSubdirectory("mathsymbols-bench-").FullName;
    try
    {
        var device = TorchRuntime.Start(settings);
        var source = DataSource.Locate(settings, cancellation);
        var images = ImageFolder.Open(source.Folder);
        var report = new BenchmarkReport($"{device.Description}, LibTorch {device.LibTorchVersion}", $"{source.Name}: {images.Count} images");
        var work = new WorkFolder(temporary);
        ResizeBenchmark.Run(images, report);
        PixelStoreBenchmark.Run(images, work, report, cancellation);
        BatchLoaderBenchmark.Run(images, settings, device, work, report, cancellation);
        KillBenchmark.Run(images, temporary, result.GetValue(kills), report, cancellation);
        if (result.GetValue(output) is { } file) AtomicFile.Write(file, report.ToMarkdown());
        return Task.FromResult(0);
    }
    finally
    {
        Directory.Delete(temporary, recursive: true);
    }
});
return await root.Parse(args).InvokeAsync();
