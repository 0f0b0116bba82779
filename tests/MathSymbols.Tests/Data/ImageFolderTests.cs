using MathSymbols.Data;
using MathSymbols.Tests.Support;
using SkiaSharp;
using Xunit;

namespace MathSymbols.Tests.Data;

public sealed class ImageFolderTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Classes_and_files_come_in_ordinal_order_without_strays()
    {
        SampleImages.Write(_folder.Root, 2, "x", "10", "add", "2");
        SampleImages.WritePng(_folder["x", "B.PNG"], 3, 3, SKColors.Red);
        SampleImages.WritePng(_folder["x", ".hidden.png"], 3, 3, SKColors.Red);
        SampleImages.WritePng(_folder[".git", "a.png"], 3, 3, SKColors.Red);
        File.WriteAllText(_folder["x", ".directory"], "");
        File.WriteAllText(_folder["x", "notes.txt"], "");
        Directory.CreateDirectory(_folder["empty"]);
        var images = ImageFolder.Open(_folder.Root);
        Assert.Equal(["10", "2", "add", "x"], images.ClassNames);
        Assert.Equal(["x/B.PNG", "x/img000.png", "x/img001.png"], images.Files.Where(f => f.Label == 3).Select(f => f.Path));
        Assert.Equal([2, 2, 2, 3], images.CountPerClass());
    }

    [Fact]
    public void A_missing_or_empty_folder_is_said_by_name()
    {
        Assert.Contains("nowhere", Assert.Throws<DataException>(() => ImageFolder.Open(_folder["nowhere"])).Message, StringComparison.Ordinal);
        Assert.Contains(_folder.Root, Assert.Throws<DataException>(() => ImageFolder.Open(_folder.Root)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_that_a_download_has_not_filled_is_said()
    {
        SampleImages.Write(_folder.Root, 1, "x");
        Directory.CreateDirectory(_folder[ImageFolder.Unfinished]);
        Assert.Contains("not whole", Assert.Throws<DataException>(() => ImageFolder.Open(_folder.Root)).Message, StringComparison.Ordinal);
    }
}
