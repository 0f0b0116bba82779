using MathSymbols.Classification;
using MathSymbols.Data;
using MathSymbols.Runtime;
using MathSymbols.Storage;
using MathSymbols.Tests.Support;
using SkiaSharp;
using Xunit;

namespace MathSymbols.Tests.Classification;

public sealed class OwnImagesTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public OwnImagesTests()
    {
        Directory.CreateDirectory(_folder["own"]);
        foreach (var name in (string[])["10.png", "02.png", "b.JPG.png"]) SampleImages.WritePng(_folder["own", name], 20, 30, SKColors.Red);
        File.WriteAllText(_folder["own", "01.png"], "no image");
        File.WriteAllText(_folder["own", "notes.txt"], "no image either");
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Images_come_in_the_order_of_their_names_and_what_cannot_be_decoded_is_named()
    {
        File.WriteAllText(_folder["own", "labels.tsv"], "file\tlabel\n02.png\tx\n\nother.png\ty\n");
        var own = Open();
        Assert.Equal([("02.png", "x"), ("10.png", null), ("b.JPG.png", null)], own.Images.Select(i => (i.File, i.Truth)));
        Assert.Equal(2, own.Failures.Count);
        Assert.Contains("'01.png' is left out: ", own.Failures[0], StringComparison.Ordinal);
        Assert.Equal("labels.tsv names 'other.png', which is no image of the folder.", own.Failures[1]);
        Assert.Equal(own.Failures, own.Remarks(["x", "y"]));
        Assert.Equal("labels.tsv calls '02.png' 'x', which is no class of the classifier (y, z): it counts as wrong.", own.Remarks(["y", "z"])[2]);
        Assert.Equal((20, 30), (own.Images[0].Decode().Width, own.Images[0].Preview().Height));
        Assert.Equal("own", own.Name);
        Assert.False(own.Drawn);
    }

    [Theory]
    [InlineData("02.png\tx\n", "line 1")]
    [InlineData("file\tlabel\n02.png x\n", "line 2")]
    [InlineData("file\tlabel\n02.png\tx\n02.png\ty\n", "line 3")]
    public void A_list_of_labels_that_cannot_be_read_is_said_with_its_line(string text, string where)
    {
        File.WriteAllText(_folder["own", "labels.tsv"], text);
        var error = Assert.Throws<DataException>(Open);
        Assert.Contains($"labels.tsv', {where}: ", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_that_is_missing_or_has_no_image_is_said()
    {
        Assert.Contains("There is no folder", Assert.Throws<DataException>(() => OwnImages.Open(_folder["nowhere"], Work, Stop)).Message, StringComparison.Ordinal);
        Directory.CreateDirectory(_folder["empty"]);
        Assert.Contains("There is no image in", Assert.Throws<DataException>(() => OwnImages.Open(_folder["empty"], Work, Stop)).Message, StringComparison.Ordinal);
        File.WriteAllText(_folder["empty", "a.png"], "no image");
        Assert.Contains("can be decoded", Assert.Throws<DataException>(() => OwnImages.Open(_folder["empty"], Work, Stop)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_clones_own_images_are_said_to_be_drawn_by_a_program()
    {
        var own = OwnImages.Open(new Settings { Work = _folder["work"] }, Stop);
        Assert.True(own.Drawn);
        Assert.Contains("drawn by a program", own.Name, StringComparison.Ordinal);
        Assert.All(own.Images, i => Assert.NotNull(i.Truth));
    }

    private WorkFolder Work => new(_folder["work"]);

    private OwnImages Open() => OwnImages.Open(_folder["own"], Work, Stop);
}
