using MathSymbols.Cli.Progress;
using MathSymbols.Runs;

namespace MathSymbols.Cli.Training;

/// <summary>A training that <c>train</c> can run.</summary>
internal interface IModelTraining
{
    /// <summary>The model's name in records.</summary>
    string Model { get; }

    /// <summary>What is trained and with which values, for people.</summary>
    string Description { get; }

    /// <summary>Epochs at most.</summary>
    int Epochs { get; }

    /// <summary>What makes the run what it is. The number of epochs is not in it: a longer run begins as a shorter one.</summary>
    IReadOnlyDictionary<string, string> Identity { get; }

    /// <summary>Trains to the end, or goes on with what an interrupted run has saved, and records it.</summary>
    StoredRun Run(UnfinishedRun run, RunRecorder recorder, IProgressLines lines, CancellationToken cancellation);
}
