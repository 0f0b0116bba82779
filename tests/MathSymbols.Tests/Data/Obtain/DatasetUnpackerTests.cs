using MathSymbols.Data;
using MathSymbols.Data.Obtain;
using MathSymbols.Storage;
using MathSymbols.Storage.Archives;
using MathSymbols.Tests.Support;
using Xunit;
using static MathSymbols.Tests.Support.ZipSketch;

namespace MathSymbols.Tests.Data.Obtain;

public sealed class DatasetUnpackerTests : IDisposable
{
    private static readonly byte[] Pixels = [1, 2, 3, 4, 5];

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_images_come_in_their_class_folders_and_the_rest_is_counted()
    {
        var unpacked = Unpack(
            Item.Deflated("top/0/a.png", Pixels), Item.Deflated("top\\add\\b.JPG", Pixels), new("top/0/.directory", Pixels), new("top/readme.txt", Pixels),
            new("__MACOSX/top/0/._a.png", Pixels), new("other/0/c.png", Pixels), new("top/0/link.png", "../../a"u8.ToArray()) { Mode = 0xA1FF },
            new("top/0/nul.png", Pixels), new("top/Icon\r", Pixels), new("top/0/deep/er.png", Pixels));
        Assert.Equal(["0/a.png", "add/b.JPG"], unpacked.Images.Files.Select(f => f.Path));
        Assert.Equal(Pixels, File.ReadAllBytes(_folder["data", "0", "a.png"]));
        Assert.Equal(("top", 2, 4), (unpacked.Top, unpacked.OtherImages, unpacked.OtherFiles));
        Assert.Equal(["'top/0/link.png' is a link", "'top/0/nul.png' has a name that not every system takes"], unpacked.LeftOut.Select(l => l.ToString()));
        AssertBeside("a.zip", "data", "work");
    }

    [Fact]
    public void Folders_that_are_split_already_are_read_as_such()
    {
        var unpacked = Unpack(new("d/train/0/a.png", Pixels), new("d/val/0/b.png", Pixels), new("d/validation/0/c.png", Pixels), new("d/test/0/d.png", Pixels));
        Assert.Equal(["test/0/d.png", "train/0/a.png", "val/0/b.png", "validation/0/c.png"], unpacked.Images.Files.Select(f => f.Path));
        Assert.Equal((1, 0), (unpacked.Images.ClassNames.Count, unpacked.OtherImages));
    }

    [Fact]
    public void An_image_that_is_too_large_is_left_out()
    {
        var unpacked = Unpack(new("0/a.png", Pixels), new("0/b.png", Pixels) { Declared = Limits.ImageBytes + 1 });
        Assert.Equal("'0/b.png' is larger than 100.0 MB", Assert.Single(unpacked.LeftOut).ToString());
        Assert.Equal(1, unpacked.Images.Count);
    }

    [Fact]
    public void A_failure_late_on_leaves_nothing_and_keeps_what_was_there()
    {
        Directory.CreateDirectory(_folder["data"]);
        Assert.Throws<ArchiveException>(() => Unpack(new("0/a.png", Pixels), new("0/b.png", Pixels) { Crc = 1 }));
        Assert.Empty(Directory.GetFileSystemEntries(_folder["data"]));
        AssertBeside("a.zip", "data", "work");
    }

    [Fact]
    public void It_can_be_ended_between_two_images()
    {
        using var stop = new CancellationTokenSource();
        using var target = Take(_folder["data"]);
        using var archive = Archive(new("0/a.png", Pixels), new("0/b.png", Pixels));
        Assert.ThrowsAny<OperationCanceledException>(() => DatasetUnpacker.Unpack(archive, target, (_, _) => stop.Cancel(), stop.Token));
        AssertBeside("a.zip", "work");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void What_a_process_that_was_killed_has_left_is_removed(bool isThere)
    {
        if (isThere) Directory.CreateDirectory(_folder["data"]);
        using (var target = Take(_folder["data"]))
        {
            Directory.CreateDirectory(Path.Combine(target.Temporary, "0"));
            File.WriteAllBytes(Path.Combine(target.Temporary, "0", "old.png"), Pixels);
        }

        Assert.Null(DatasetTarget.Existing(_folder["data"]));
        Assert.Equal(["0/a.png"], Unpack(new Item("0/a.png", Pixels)).Images.Files.Select(f => f.Path));
        Assert.Equal(["0"], Directory.GetFileSystemEntries(_folder["data"]).Select(Path.GetFileName));
        AssertBeside("a.zip", "data", "work");
    }

    [Fact]
    public void What_was_whole_and_in_place_in_part_is_no_dataset_until_the_next_process_has_finished_it()
    {
        File.WriteAllBytes(Path.Combine(Directory.CreateDirectory(_folder["data", "0"]).FullName, "a.png"), Pixels);
        File.WriteAllBytes(Path.Combine(Directory.CreateDirectory(_folder["data", ".unpacked.tmp", "1"]).FullName, "b.png"), Pixels);
        Assert.Null(DatasetTarget.Existing(_folder["data"]));
        using var target = Take(_folder["data"]);
        Assert.Equal(["0/a.png", "1/b.png"], DatasetTarget.Existing(_folder["data"])!.Files.Select(f => f.Path));
        Assert.Equal(["0", "1"], Directory.GetFileSystemEntries(_folder["data"]).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_folder_that_is_there_is_not_replaced()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("A mode tells it, on Unix alone.");
            return;
        }

        const UnixFileMode odd = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | UnixFileMode.GroupExecute;
        var made = Directory.CreateDirectory(_folder["data"], odd);
        Unpack(new("0/a.png", Pixels), new("add/b.png", Pixels));
        Assert.Equal(odd, File.GetUnixFileMode(made.FullName));
        Assert.Equal(["0", "add"], Directory.GetFileSystemEntries(made.FullName).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_disk_of_its_own_is_filled_and_one_that_becomes_full_is_named()
    {
        using var disk = new SmallDisk(290);
        var item = new Item("1/b.png", new byte[2_000_000]);
        using (var archive = Archive(new("0/a.png", Pixels), item))
        using (var target = Take(disk.Root))
        {
            var error = Assert.Throws<DiskSpaceException>(() => DatasetUnpacker.Unpack(archive, target, (done, _) => { if (done == 1) disk.Fill(free: 1_000_000); }, TestContext.Current.CancellationToken));
            Assert.Equal($"The disk of '{disk.Root}' became full while the images were unpacked: make room there and try again, or name another folder with --to; nothing is left behind.", error.Message);
            Assert.Equal(["filler"], Directory.GetFileSystemEntries(disk.Root).Select(Path.GetFileName));
        }

        File.Delete(Path.Combine(disk.Root, "filler"));
        using var again = Take(disk.Root);
        using var whole = Archive(new("0/a.png", Pixels), item);
        Assert.Equal(2, DatasetUnpacker.Unpack(whole, again, progress: null, TestContext.Current.CancellationToken).Images.Count);
        Assert.Equal(["0", "1"], Directory.GetFileSystemEntries(disk.Root).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("work")]
    [InlineData("work/downloads")]
    [InlineData("work/downloads/data")]
    [InlineData("")]
    public void Where_downloads_are_kept_nothing_is_unpacked(string folder) =>
        Assert.Contains("are not apart: name another folder", Assert.Throws<DataException>(() => Take(_folder[folder.Split('/')])).Message, StringComparison.Ordinal);

    [Fact]
    public void A_place_that_does_not_do_is_said_in_own_words()
    {
        File.WriteAllBytes(_folder["file"], Pixels);
        Assert.Equal($"'{_folder["file"]}' is a file, and so cannot hold the folder '{_folder["file", "x", "y"]}': name a folder with --to.", Assert.Throws<DataException>(() => Take(_folder["file", "x", "y"])).Message);
        Assert.Contains("is longer than this system takes: name another", Assert.Throws<DataException>(() => Take(_folder[new string('a', 256)])).Message, StringComparison.Ordinal);
        Take(_folder[new string('a', 245)]).Dispose();
        AssertBeside("file", "work");
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only Linux has a folder that nobody may write to.");
        Assert.Contains("'/proc/x' cannot be made or written to: look at its permissions", Assert.Throws<DataException>(() => Take("/proc/x")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void No_images_in_class_folders_is_said() =>
        Assert.Contains("holds no images in folders", Assert.Throws<ArchiveException>(() => Unpack(new Item("a.png", Pixels))).Message, StringComparison.Ordinal);

    [Fact]
    public void A_folder_that_holds_something_is_not_taken_and_one_that_is_empty_is()
    {
        Directory.CreateDirectory(_folder["empty"]);
        Assert.Null(DatasetTarget.Existing(_folder["empty"]));
        Assert.Null(DatasetTarget.Existing(_folder["missing"]));
        Directory.CreateDirectory(_folder["full", "0"]);
        File.WriteAllBytes(_folder["full", "0", "a.txt"], Pixels);
        Assert.Contains("is not empty", Assert.Throws<DataException>(() => Take(_folder["full"])).Message, StringComparison.Ordinal);
        Assert.Contains("is a file", Assert.Throws<DataException>(() => DatasetTarget.Existing(_folder["full", "0", "a.txt"])).Message, StringComparison.Ordinal);
        File.WriteAllBytes(_folder["full", "0", "a.png"], Pixels);
        Assert.Equal(1, DatasetTarget.Existing(_folder["full"])!.Count);
        AssertBeside("empty", "full");
    }

    [Fact]
    public void A_link_to_an_empty_folder_stays_a_link()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Links need a right of their own there.");
        Directory.CreateDirectory(_folder["disk"]);
        Directory.CreateSymbolicLink(_folder["data"], _folder["disk"]);
        Assert.Equal(_folder["disk"], Unpack(new Item("0/a.png", Pixels)).Images.Root);
        Assert.Equal(1, ImageFolder.Open(_folder["data"]).Count);
        AssertBeside("a.zip", "data", "disk", "work");
    }

    [Fact]
    public async Task Who_comes_at_the_same_time_waits()
    {
        var target = Take(_folder["data"]);
        using var stop = new CancellationTokenSource();
        var told = new TaskCompletionSource();
        var waiting = Task.Run(() => DatasetTarget.Take(_folder["data"], Work, told.SetResult, stop.Token), TestContext.Current.CancellationToken);
        await told.Task.WaitAsync(TestContext.Current.CancellationToken);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        target.Dispose();
        Take(_folder["data"]).Dispose();
    }

    private WorkFolder Work => new(_folder["work"]);

    private DatasetTarget Take(string folder) => DatasetTarget.Take(folder, Work, waiting: null, TestContext.Current.CancellationToken);

    private UnpackedDataset Unpack(params Item[] items)
    {
        using var target = Take(_folder["data"]);
        using var archive = Archive(items);
        return DatasetUnpacker.Unpack(archive, target, progress: null, TestContext.Current.CancellationToken);
    }

    private FetchedArchive Archive(params Item[] items) => new(At(_folder["a.zip"], items), "a.zip");

    private void AssertBeside(params string[] names) => Assert.Equal(names, Directory.GetFileSystemEntries(_folder.Root).Select(Path.GetFileName).Order(StringComparer.Ordinal));
}
