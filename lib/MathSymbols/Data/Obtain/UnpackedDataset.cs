using MathSymbols.Storage;
using MathSymbols.Storage.Archives;

namespace MathSymbols.Data.Obtain;

/// <summary>What came out of an archive.</summary>
/// <param name="Images">The images, where they lie now.</param>
/// <param name="Top">The archive's folder that held them; "" for its top.</param>
/// <param name="OtherImages">How many images of other folders were not taken.</param>
/// <param name="OtherFiles">How many files that are no images were not taken.</param>
/// <param name="LeftOut">What somebody might miss, and why it was not taken.</param>
public sealed record UnpackedDataset(ImageFolder Images, string Top, int OtherImages, int OtherFiles, IReadOnlyList<LeftOut> LeftOut)
{
    /// <summary>Where the images lay, fit to be shown.</summary>
    public string From => Top.Length == 0 ? "the archive" : $"the archive's folder {Printable.Quote(Top)}";
}
