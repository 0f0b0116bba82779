using MathSymbols.Data;
using MathSymbols.Runtime;
using MathSymbols.Storage;

namespace MathSymbols.Benchmarks;

/// <summary>What a part measures, and where it writes the figures.</summary>
/// <param name="Settings">The settings.</param>
/// <param name="Device">Where tensors are computed.</param>
/// <param name="Images">The images.</param>
/// <param name="Temporary">A folder that is deleted at the end.</param>
/// <param name="Report">Takes the figures.</param>
/// <param name="Cancellation">Ends the measuring.</param>
internal sealed record BenchmarkContext(Settings Settings, TorchDevice Device, ImageFolder Images, string Temporary, BenchmarkReport Report, CancellationToken Cancellation)
{
    /// <summary>Processes to kill; null for the part's own number.</summary>
    public int? Kills { get; init; }

    /// <summary>How often each training measurement is taken.</summary>
    public int Rounds { get; init; }

    /// <summary>Training steps a round.</summary>
    public int Steps { get; init; }

    /// <summary>How long damaged files are made and read.</summary>
    public int Seconds { get; init; }

    /// <summary>How many images the folder of very many has.</summary>
    public int Many { get; init; }

    /// <summary>A Python with torch; null to measure without.</summary>
    public string? Python { get; init; }

    /// <summary>A work folder of the benchmark's own, so that nothing is found ready.</summary>
    public WorkFolder Work => new(Temporary);
}
