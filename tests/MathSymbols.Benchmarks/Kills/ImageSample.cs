using MathSymbols.Data;

namespace MathSymbols.Benchmarks.Kills;

/// <summary>A folder with the first few images of each class, so that a child is done soon.</summary>
internal static class ImageSample
{
    public static void Copy(ImageFolder images, int perClass, string folder)
    {
        foreach (var file in images.Files.GroupBy(f => f.Label).SelectMany(g => g.Take(perClass)))
        {
            var target = Path.Combine(folder, images.ClassNames[file.Label], file.Name);
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(images.FullPath(file), target);
        }
    }
}
