using System.Text.Json.Nodes;
using MathSymbols.Runtime;
using MathSymbols.Training;

namespace MathSymbols.Runs;

/// <summary>What was trained, on what, how and with what result: enough to judge its numbers and to do it again. See <see cref="RunRecordFormat"/> for its file.</summary>
public sealed record RunRecord
{
    /// <summary>Names the run and its folder; see <see cref="RunStore.NewId"/>.</summary>
    public required string Id { get; init; }

    /// <summary>What was trained, in lower case: alexnet, vgg19.</summary>
    public required string Model { get; init; }

    /// <summary>How much was done.</summary>
    public required Profile Profile { get; init; }

    /// <summary>When its first epoch began.</summary>
    public required DateTimeOffset Started { get; init; }

    /// <summary>When its results were there.</summary>
    public required DateTimeOffset Finished { get; init; }

    /// <summary>The clone's commit; null when it cannot be told. See <see cref="GitCommit"/>.</summary>
    public string? Commit { get; init; }

    /// <summary>The command line that repeats it.</summary>
    public required string Command { get; init; }

    /// <summary>Its images.</summary>
    public required RunData Data { get; init; }

    /// <summary>The settings, name to value.</summary>
    public IReadOnlyDictionary<string, string> Settings { get; init; } = new Dictionary<string, string>();

    /// <summary>What can be tuned, name to value. Not to be changed.</summary>
    public JsonObject HyperParameters { get; init; } = [];

    /// <summary>Seed of every generator.</summary>
    public required int Seed { get; init; }

    /// <summary>Images a batch.</summary>
    public required int BatchSize { get; init; }

    /// <summary>Epochs planned at most.</summary>
    public required int EpochsPlanned { get; init; }

    /// <summary>Why training ended: finished, early stopping.</summary>
    public required string StopReason { get; init; }

    /// <summary>Where tensors were computed.</summary>
    public required string Device { get; init; }

    /// <summary>LibTorch's threads.</summary>
    public required int Threads { get; init; }

    /// <summary>Versions of MathSymbols, TorchSharp, LibTorch and .NET, by these names.</summary>
    public IReadOnlyDictionary<string, string> Versions { get; init; } = new Dictionary<string, string>();

    /// <summary>The epochs.</summary>
    public required History History { get; init; }

    /// <summary>The stretches in which it was done, one unless it was resumed.</summary>
    public IReadOnlyList<TrainingSegment> Segments { get; init; } = [];

    /// <summary>The epoch of the best weights, from 1; 0 when there is no epoch.</summary>
    public required int BestEpoch { get; init; }

    /// <summary>What came out.</summary>
    public IReadOnlyList<RunResult> Results { get; init; } = [];

    /// <summary>What a reader should know besides, a sentence each.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>The trials of the search that gave the hyper-parameters; null when there was none. Not to be changed.</summary>
    public JsonArray? Search { get; init; }

    /// <summary>The result of some weights on some images; null when it was not measured.</summary>
    /// <param name="weights">One of <see cref="RunWeights"/>.</param>
    /// <param name="set">One of <see cref="RunSet"/>.</param>
    public RunResult? Result(string weights, string set) => Results.FirstOrDefault(r => r.Weights == weights && r.Set == set);
}
