using MathSymbols.Storage;

namespace MathSymbols.Data;

/// <summary>A class that has other images than the known dataset's, by their number.</summary>
/// <param name="Name">The class.</param>
/// <param name="Images">How many there are; 0 where the class is missing.</param>
/// <param name="Known">How many the known dataset has; 0 where it has no such class.</param>
public sealed record ClassDifference(string Name, int Images, int Known)
{
    /// <summary>In words: "'add' has 595 images instead of 596".</summary>
    public override string ToString() => (Images, Known) switch
    {
        (0, _) => $"{Printable.Quote(Name)} is missing ({Known} images)",
        (_, 0) => $"{Printable.Quote(Name)} is additional ({Images} images)",
        _ => $"{Printable.Quote(Name)} has {Images} images instead of {Known}",
    };
}
