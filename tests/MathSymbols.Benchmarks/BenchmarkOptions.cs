using System.CommandLine;
using MathSymbols.Data;
using MathSymbols.Runtime;

namespace MathSymbols.Benchmarks;

/// <summary>The options that all parts share, and running parts under them.</summary>
internal sealed class BenchmarkOptions
{
    private readonly Option<string?> _data = new("--data") { Description = "A folder of images; the built-in sample if none is named.", HelpName = "folder" };
    private readonly Option<string?> _output = new("--out") { Description = "Replaces the parts' sections in this file.", HelpName = "file" };
    private readonly Option<string?> _python = new("--python") { Description = "A Python with torch, to be measured beside ours.", HelpName = "program" };
    private readonly Option<int?> _kills = new("--kills") { Description = "How many processes are killed: 50 builds of a store, 30 trainings, unless another number is given." };
    private readonly Option<int> _rounds = new("--rounds") { Description = "How often each training measurement is taken, in turn with the others.", DefaultValueFactory = _ => 5 };
    private readonly Option<int> _steps = new("--steps") { Description = "Training steps a round.", DefaultValueFactory = _ => 10 };
    private readonly Option<int> _seconds = new("--seconds") { Description = "How long damaged files are made and read.", DefaultValueFactory = _ => 60 };
    private readonly Option<int> _many = new("--many") { Description = "How many images the folder of very many has.", DefaultValueFactory = _ => 200_000 };

    public void AddTo(RootCommand root)
    {
        foreach (var option in (Option[])[_data, _output, _python, _kills, _rounds, _steps, _seconds, _many])
        {
            option.Recursive = true;
            root.Options.Add(option);
        }
    }

    public Task<int> RunAsync(ParseResult result, IReadOnlyList<BenchmarkPart> parts, CancellationToken cancellation)
    {
        var settings = Settings.FromEnvironment();
        if (result.GetValue(_data) is { } folder) settings = settings with { Data = folder };
        var temporary = Directory.CreateTempSubdirectory("mathsymbols-bench-").FullName;
        try
        {
            var device = TorchRuntime.Start(settings);
            var source = DataSource.Locate(settings, cancellation);
            var images = ImageFolder.Open(source.Folder);
            foreach (var part in parts)
            {
                var report = new BenchmarkReport(part.Name, $"{device.Description}, LibTorch {device.LibTorchVersion}", $"{source.Name}: {images.Count} images");
                part.Run(new(settings, device, images, temporary, report, cancellation)
                {
                    Kills = result.GetValue(_kills),
                    Rounds = result.GetValue(_rounds),
                    Steps = result.GetValue(_steps),
                    Seconds = result.GetValue(_seconds),
                    Many = result.GetValue(_many),
                    Python = result.GetValue(_python),
                });
                if (result.GetValue(_output) is { } file) ResultsFile.Replace(file, part.Name, report.ToMarkdown());
            }

            return Task.FromResult(0);
        }
        finally
        {
            Directory.Delete(temporary, recursive: true);
        }
    }
}
