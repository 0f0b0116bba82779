using System.Text.Json.Nodes;
using MathSymbols.Data;
using MathSymbols.Runtime;
using MathSymbols.Storage;
using MathSymbols.Training.Augmentation;
using static TorchSharp.torch;

namespace MathSymbols.Figures;

/// <summary>What an augmentation makes of images: a row an image, first as it is, then changed copies.</summary>
public static class AugmentationGrid
{
    /// <summary>Shows images in the order given.</summary>
    /// <param name="samples">Images and their labels, at least one.</param>
    /// <param name="augmentation">The augmentation.</param>
    /// <param name="seed">Seeds what is drawn; torch's generator is seeded with it.</param>
    /// <param name="copies">Copies of each, at least 1.</param>
    /// <param name="title">What stands above the figure.</param>
    /// <param name="note">Which dataset it is, in one line.</param>
    /// <param name="name">The name in report.json; a slug of the title if null.</param>
    /// <exception cref="ArgumentException">There is no image.</exception>
    public static Figure Create(
        IReadOnlyList<(PixelImage Image, string Label)> samples, IAugmentation augmentation, int seed, int copies = 9, string title = "Augmented copies", string? note = null, string? name = null)
    {
        ArgumentNullException.ThrowIfNull(samples);
        ArgumentNullException.ThrowIfNull(augmentation);
        ArgumentOutOfRangeException.ThrowIfLessThan(copies, 1);
        if (samples.Count == 0) throw new ArgumentException("There is no image to augment.", nameof(samples));
        TorchRuntime.Seed(seed);
        string[] labels = [.. samples.Select(s => s.Label)];
        GridCell[] cells = [.. samples.SelectMany(s => new[] { new GridCell(s.Image, s.Label) }.Concat(Copies(s.Image, augmentation, copies).Select(c => new GridCell(c, ""))))];
        return GridFigure.Create(
            title, $"{samples.Count} images in a row each, labelled {string.Join(", ", labels)}: first as it is, then {copies} copies changed at random.", name, note,
            new(["Label", "Copies"], [.. labels.Select(l => (IReadOnlyList<object>)[l, copies])]), new JsonObject { ["copies"] = copies, ["labels"] = JsonNumbers.Array(labels) },
            cells, copies + 1);
    }

    private static IEnumerable<PixelImage> Copies(PixelImage image, IAugmentation augmentation, int copies)
    {
        using var scope = NewDisposeScope();
        var values = new float[image.Planes.Length];
        PixelScale.ToUnit(image.Planes.Span, values);
        var changed = augmentation.Apply(tensor(values).view(1, PixelImage.Channels, image.Height, image.Width).expand(copies, -1, -1, -1));
        var bytes = (changed * Number.Of(255)).round().expand(-1, PixelImage.Channels, -1, -1).to(ScalarType.Byte).cpu().contiguous().data<byte>().ToArray();
        var (height, width) = ((int)changed.size(2), (int)changed.size(3));
        return [.. bytes.Chunk(PixelImage.Channels * height * width).Select(p => new PixelImage(width, height, p))];
    }
}
