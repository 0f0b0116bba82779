using MathSymbols.Models;
using MathSymbols.Storage;
using MathSymbols.Storage.Safetensors;
using static TorchSharp.torch;

namespace MathSymbols.Training;

/// <summary>
/// The folder in which a training run saves itself after each epoch: weights, optimizer, history and segments in one file, replaced as a
/// whole, and the best epoch's weights in another. One run at a time may use it.
/// </summary>
public sealed class CheckpointFolder
{
    private const string FileName = "checkpoint.safetensors";
    private const string BestPrefix = "best-";

    private readonly RunIdentity _identity;

    /// <summary>Names a folder for a run; nothing is read or written yet.</summary>
    /// <param name="path">The folder; it is created on first use.</param>
    /// <param name="identity">What makes the run what it is, such as model, data, seed and learning rate, by name: a checkpoint with another is refused.</param>
    public CheckpointFolder(string path, IReadOnlyDictionary<string, string> identity)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(identity);
        (FolderPath, _identity) = (Path.GetFullPath(path), new(identity));
    }

    /// <summary>The folder's absolute path.</summary>
    public string FolderPath { get; }

    /// <summary>True when there is a run to go on with.</summary>
    public bool HasCheckpoint => File.Exists(CheckpointPath);

    private string CheckpointPath => Path.Combine(FolderPath, FileName);

    /// <summary>The epochs that the saved run has finished; empty when there is none.</summary>
    /// <exception cref="CheckpointException">The checkpoint is damaged or belongs to another run.</exception>
    public History ReadHistory()
    {
        if (!HasCheckpoint) return new([]);
        using var file = OpenFile();
        return CheckpointState.Read(file, CheckpointPath, _identity).History;
    }

    /// <summary>Deletes what is saved.</summary>
    public void Clear()
    {
        if (!Directory.Exists(FolderPath)) return;
        File.Delete(CheckpointPath);
        CleanBest(0);
    }

    /// <summary>Keeps other runs out until the result is disposed of, and sweeps away what a killed one has left half-written.</summary>
    /// <exception cref="CheckpointException">Another run is at work in the folder.</exception>
    internal IDisposable Hold()
    {
        var held = FileLock.TryAcquire(Path.Combine(FolderPath, "lock"))
            ?? throw new CheckpointException($"Another training is at work in '{FolderPath}': wait for its end, or stop it.");
        AtomicFile.Sweep(FolderPath);
        return held;
    }

    /// <summary>Brings model and optimizer to where the saved run was; leaves them alone when there is none.</summary>
    internal (History History, IReadOnlyList<TrainingSegment> Segments)? Load(nn.Module model, optim.Optimizer optimizer)
    {
        if (!HasCheckpoint) return null;
        using var file = OpenFile();
        var state = CheckpointState.Read(file, CheckpointPath, _identity);
        Guard(() =>
        {
            file.VerifyChecksum();
            WeightsFile.Read(file, model, CheckpointState.ModelPrefix);
            OptimizerTensors.Read(file, optimizer, state.Steps);
        });
        return (state.History, state.Segments);
    }

    /// <summary>Saves the run after an epoch.</summary>
    internal void Save(nn.Module model, optim.Optimizer optimizer, History history, IReadOnlyList<TrainingSegment> segments)
    {
        var tensors = WeightsFile.Entries(model, CheckpointState.ModelPrefix).Concat(OptimizerTensors.Entries(optimizer)).ToList();
        RequireDisk(tensors);
        var state = new CheckpointState(history, segments, OptimizerTensors.Steps(optimizer));
        SafetensorsWriter.Write(CheckpointPath, state.ToMetadata(_identity), tensors);
    }

    /// <summary>Saves the best epoch's weights beside those of earlier ones, on which the last checkpoint still counts.</summary>
    internal void SaveBest(nn.Module model, int epoch) =>
        WeightsFile.Write(BestPath(epoch), model, new Dictionary<string, string> { ["epoch"] = $"{epoch}" });

    internal void LoadBest(nn.Module model, int epoch)
    {
        var path = BestPath(epoch);
        if (!File.Exists(path)) throw Damaged($"the weights of its best epoch, '{path}', are missing");
        Guard(() => WeightsFile.Read(path, model));
    }

    /// <summary>Deletes the weights of best epochs other than one.</summary>
    internal void CleanBest(int keptEpoch)
    {
        foreach (var file in Directory.GetFiles(FolderPath, BestPrefix + "*.safetensors"))
        {
            if (keptEpoch == 0 || file != BestPath(keptEpoch)) File.Delete(file);
        }
    }

    private string BestPath(int epoch) => Path.Combine(FolderPath, $"{BestPrefix}{epoch:0000}.safetensors");

    private void RequireDisk(IReadOnlyList<TensorEntry> tensors) =>
        DiskSpace.Require(new WorkFolder(FolderPath), tensors.Sum(t => t.Length), "A checkpoint of the training");

    private SafetensorsFile OpenFile()
    {
        SafetensorsFile? file = null;
        Guard(() => file = SafetensorsFile.Open(CheckpointPath));
        return file!;
    }

    private void Guard(Action action)
    {
        try
        {
            action();
        }
        catch (SafetensorsException e)
        {
            throw Damaged(e.Message);
        }
    }

    private CheckpointException Damaged(string why) =>
        new($"The checkpoint in '{FolderPath}' cannot be used: {why.TrimEnd('.')}; delete the folder to train anew.");
}
