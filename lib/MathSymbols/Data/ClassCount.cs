using MathSymbols.Storage;

namespace MathSymbols.Data;

/// <summary>How many images a class has, here and in the known dataset.</summary>
/// <param name="Name">The class: a folder's name, unfit to be shown.</param>
/// <param name="Images">How many there are; 0 where the class is missing.</param>
/// <param name="Known">How many the known dataset has; 0 where it has no such class.</param>
public sealed record ClassCount(string Name, int Images, int Known)
{
    /// <summary>True when there are as many as are known.</summary>
    public bool IsKnown => Images == Known;

    /// <summary>The number alone, fit to be shown: "add 595".</summary>
    public string Count => $"{Printable.Shortened(Name)} {Images}";

    /// <summary>The difference in words, fit to be shown: "'add' has 595 images instead of 596".</summary>
    public string Difference => (Images, Known) switch
    {
        (0, _) => $"{Printable.Quote(Name)} is missing ({InWords(Known)})",
        (_, 0) => $"{Printable.Quote(Name)} is additional ({InWords(Images)})",
        _ => $"{Printable.Quote(Name)} has {InWords(Images)} instead of {Known}",
    };

    /// <summary>A number of images: "1 image", "7 images".</summary>
    internal static string InWords(int images) => images == 1 ? "1 image" : $"{images} images";
}
