using MathSymbols.Runtime;

namespace MathSymbols.Models;

/// <summary>Finds the VGG19 weights file on this machine.</summary>
public static class Vgg19WeightsFile
{
    /// <summary>The file's name at Keras.</summary>
    public const string Name = "vgg19_weights_tf_dim_ordering_tf_kernels_notop.h5";

    /// <summary>The MD5 of Keras' file, as Keras gives it.</summary>
    public const string Md5 = "253f8cb515780f3b799900260a226db6";

    /// <summary>The file the settings name, or the one in models/ beside the solution, or the one in the work folder; null when there is none.</summary>
    /// <param name="settings">Weights and work folder.</param>
    public static string? Find(Settings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        string?[] places =
        [
            settings.Vgg19Weights,
            SolutionFolder.Find() is { } solution ? Path.Combine(solution, "models", Name) : null,
            Path.Combine(settings.WorkFolder.Root, "weights", Name),
        ];
        return places.FirstOrDefault(p => p is not null && File.Exists(p));
    }
}
