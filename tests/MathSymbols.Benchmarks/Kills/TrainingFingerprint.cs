using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using MathSymbols.Storage.Safetensors;

namespace MathSymbols.Benchmarks.Kills;

/// <summary>What a training has come to, bit for bit: equal for a killed and resumed one and for one never killed.</summary>
/// <param name="Weights">SHA-256 of the final weights and of those in the last checkpoint.</param>
/// <param name="Moments">SHA-256 of Adam's moments, and its steps.</param>
/// <param name="Curves">The history's metrics; not its times.</param>
internal sealed record TrainingFingerprint(string Weights, string Moments, string Curves)
{
    /// <summary>Reads what a <see cref="SmallTraining"/> has left in a folder.</summary>
    public static TrainingFingerprint Of(string folder)
    {
        var checkpoints = SmallTraining.Checkpoints(folder);
        using var final = SafetensorsFile.Open(SmallTraining.FinalWeights(folder));
        using var checkpoint = SafetensorsFile.Open(Path.Combine(checkpoints.FolderPath, "checkpoint.safetensors"));
        var epochs = checkpoints.ReadHistory().Epochs.Select(e => string.Create(CultureInfo.InvariantCulture, $"{e.Epoch} {e.Loss:R} {e.Accuracy:R} {e.ValidationLoss:R} {e.ValidationAccuracy:R} {e.LearningRate:R}"));
        return new(
            $"{Hash(final, "")} {Hash(checkpoint, "model.")}",
            $"{Hash(checkpoint, "optimizer.")} {checkpoint.Metadata["steps"]}",
            string.Join('\n', epochs));
    }

    private static string Hash(SafetensorsFile file, string prefix)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var name in file.Tensors.Keys.Where(n => n.StartsWith(prefix, StringComparison.Ordinal)))
        {
            hash.AppendData(Encoding.UTF8.GetBytes(name));
            file.CopyTo(name, hash.AppendData);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
