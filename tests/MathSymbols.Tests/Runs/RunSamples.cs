using System.Text.Json.Nodes;
using MathSymbols.Runs;
using MathSymbols.Runtime;
using MathSymbols.Tests.Figures;

namespace MathSymbols.Tests.Runs;

/// <summary>Records to write, read and show.</summary>
internal static class RunSamples
{
    public static RunRecord Record(string id = "alexnet-20261124T102233Z-3f2a", int epochs = 3, int day = 24)
    {
        var history = Samples.History(epochs);
        var started = new DateTimeOffset(2026, 11, day, 10, 22, 33, TimeSpan.FromHours(1)).AddTicks(1_234_567);
        return new()
        {
            Id = id,
            Model = "alexnet",
            Profile = Profile.Full,
            Started = started,
            Finished = started.AddHours(2),
            Commit = "abc1234+",
            Command = "mathsymbols train --data \"my folder\"",
            Data = new("synthetic sample <ü>", "00ff", 1520, "original", 1026, 342, 152),
            Settings = new Dictionary<string, string> { ["epochs"] = "3", ["seed"] = "7" },
            HyperParameters = new JsonObject { ["learning_rate"] = 0.0001, ["activation"] = "tanh" },
            Seed = 7,
            BatchSize = 64,
            EpochsPlanned = 100,
            StopReason = "early stopping",
            Device = "CPU: x",
            Threads = 2,
            Versions = new Dictionary<string, string> { ["TorchSharp"] = "0.107.0" },
            History = new([.. history.Epochs.Select(e => e with { Extra = new Dictionary<string, double> { ["val_accuracy_fresh"] = 1.0 / (3 * e.Epoch) } })]),
            Segments = [new(started, started.AddHours(1), 1, 2, "CPU"), new(started.AddHours(1.5), started.AddHours(2), 3, 3, "CPU")],
            BestEpoch = epochs,
            Results = [new(RunWeights.LastEpoch, RunSet.Test, 0.1 + 0.2, 834, 1018), new(RunWeights.BestEpoch, RunSet.Validation, double.NaN, 0, 5)],
            Notes = ["resumed once"],
            Search = [new JsonObject { ["trial"] = 0 }],
        };
    }
}
