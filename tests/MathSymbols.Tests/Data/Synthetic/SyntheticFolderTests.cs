using System.Text.Json;
using MathSymbols.Data;
using MathSymbols.Data.Synthetic;
using SkiaSharp;
using Xunit;

namespace MathSymbols.Tests.Data.Synthetic;

public sealed class SyntheticFolderTests : IDisposable
{
    private const int PerClass = 6;
    private const string Marker = ".synthetic.json";

    private readonly string _parent = Directory.CreateTempSubdirectory("mathsymbols-synthetic-").FullName;

    private string Target => Path.Combine(_parent, "sample");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(_parent, recursive: true);

    [Fact]
    public void The_folder_holds_every_class_and_a_marker()
    {
        Assert.True(SyntheticSymbols.WriteFolder(Target, PerClass, seed: 1, Token));
        AssertWhole(Target, PerClass);
        using var marker = JsonDocument.Parse(File.ReadAllText(Path.Combine(Target, Marker)));
        Assert.Equal("mathsymbols-synthetic", marker.RootElement.GetProperty("format").GetString());
        Assert.Equal(1, marker.RootElement.GetProperty("version").GetInt32());
        Assert.Equal(1, marker.RootElement.GetProperty("seed").GetInt32());
        Assert.Equal(PerClass, marker.RootElement.GetProperty("perClass").GetInt32());
        Assert.Equal(SyntheticSymbols.GeneratorVersion, marker.RootElement.GetProperty("generator").GetInt32());
    }

    [Fact]
    public void Two_runs_write_the_same_bytes()
    {
        var second = Path.Combine(_parent, "again");
        SyntheticSymbols.WriteFolder(Target, PerClass, seed: 1, Token);
        SyntheticSymbols.WriteFolder(second, PerClass, seed: 1, Token);
        Assert.Equal(Contents(Target), Contents(second));
    }

    [Fact]
    public void A_larger_set_begins_with_the_smaller_one()
    {
        var larger = Path.Combine(_parent, "larger");
        SyntheticSymbols.WriteFolder(Target, PerClass, seed: 1, Token);
        SyntheticSymbols.WriteFolder(larger, PerClass + 2, seed: 1, Token);
        var all = Contents(larger);
        Assert.All(Contents(Target).Where(file => file.Key != Marker), file => Assert.Equal(file.Value, all[file.Key]));
    }

    [Fact]
    public void Files_hold_what_Draw_draws()
    {
        SyntheticSymbols.WriteFolder(Target, PerClass, seed: 4, Token);
        foreach (var name in SyntheticSymbols.ClassNames)
        {
            var drawn = SyntheticSymbols.Draw(name, 3, seed: 4);
            var file = Assert.Single(Directory.GetFiles(Path.Combine(Target, name), "synthetic-0004-0003.*"));
            Assert.Equal(drawn.Width == 400 ? ".png" : ".jpg", Path.GetExtension(file));
            using var read = SKBitmap.Decode(file);
            Assert.Equal((drawn.Width, drawn.Height), (read.Width, read.Height));
            Assert.InRange(MeanDifference(read, drawn.Planes.Span), 0, file.EndsWith(".png", StringComparison.Ordinal) ? 0 : 3);
        }
    }

    [Fact]
    public void A_matching_folder_is_left_alone()
    {
        SyntheticSymbols.WriteFolder(Target, PerClass, seed: 1, Token);
        var own = Path.Combine(Target, "x", "own.png");
        File.WriteAllText(own, "");
        Assert.False(SyntheticSymbols.WriteFolder(Target + Path.DirectorySeparatorChar, PerClass, seed: 1, Token));
        Assert.True(File.Exists(own));
    }

    [Fact]
    public void Other_settings_replace_the_folder()
    {
        SyntheticSymbols.WriteFolder(Target, PerClass, seed: 1, Token);
        Assert.True(SyntheticSymbols.WriteFolder(Target, 2, seed: 9, Token));
        AssertWhole(Target, 2);
        Assert.All(Directory.GetFiles(Path.Combine(Target, "z")), file => Assert.StartsWith("synthetic-0009-", Path.GetFileName(file), StringComparison.Ordinal));
    }

    [Fact]
    public void A_folder_with_other_files_is_refused_and_kept()
    {
        Directory.CreateDirectory(Target);
        File.WriteAllText(Path.Combine(Target, "thesis.txt"), "years of work");
        Assert.Throws<IOException>(() => SyntheticSymbols.WriteFolder(Target, PerClass, seed: 1, Token));
        Assert.Equal("years of work", File.ReadAllText(Path.Combine(Target, "thesis.txt")));
    }

    [Fact]
    public void An_empty_folder_is_filled()
    {
        Directory.CreateDirectory(Target);
        Assert.True(SyntheticSymbols.WriteFolder(Target, PerClass, seed: 1, Token));
        AssertWhole(Target, PerClass);
    }

    [Theory]
    [InlineData("{\"format\":\"mathsymbols-synthetic\",\"version\":99}", "newer")]
    [InlineData("{\"format\":\"mathsymbols-synthetic\",\"version\":1,\"generator\":9999}", "newer")]
    [InlineData("{\"format\":\"another\",\"version\":1}", "not a marker")]
    [InlineData("{", "not a marker")]
    public void A_marker_from_elsewhere_gets_a_sentence(string content, string words)
    {
        Directory.CreateDirectory(Target);
        File.WriteAllText(Path.Combine(Target, Marker), content);
        var error = Assert.Throws<DataException>(() => SyntheticSymbols.WriteFolder(Target, PerClass, seed: 1, Token));
        Assert.Contains(words, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Leftovers_of_a_killed_run_are_removed()
    {
        foreach (var role in new[] { "new", "old" })
        {
            var leftover = Directory.CreateDirectory(Path.Combine(_parent, $".sample.synthetic-{role}", "x")).FullName;
            File.WriteAllText(Path.Combine(leftover, "synthetic-0001-9999.png"), "half");
        }

        Assert.True(SyntheticSymbols.WriteFolder(Target, PerClass, seed: 1, Token));
        AssertWhole(Target, PerClass);
    }

    [Fact]
    public async Task Callers_at_the_same_time_make_one_good_folder()
    {
        var made = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ =>
            Task.Run(() => SyntheticSymbols.WriteFolder(Target, PerClass, seed: 1, Token), Token)));
        Assert.Equal(1, made.Count(m => m));
        AssertWhole(Target, PerClass);
    }

    [Fact]
    public void A_cancelled_token_leaves_nothing()
    {
        Assert.Throws<OperationCanceledException>(() => SyntheticSymbols.WriteFolder(Target, PerClass, seed: 1, new(canceled: true)));
        Assert.Empty(Directory.GetFileSystemEntries(_parent));
    }

    [Fact]
    public async Task Cancelling_half_way_leaves_no_folder()
    {
        using var source = CancellationTokenSource.CreateLinkedTokenSource(Token);
        var work = Task.Run(() => SyntheticSymbols.WriteFolder(Target, perClass: 100_000, seed: 1, source.Token), Token);
        var building = Path.Combine(_parent, ".sample.synthetic-new", "0");
        while (!work.IsCompleted && !(Directory.Exists(building) && Directory.EnumerateFiles(building).Any()))
            await Task.Delay(5, Token);
        await source.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => work);
        Assert.Empty(Directory.GetDirectories(_parent));
    }

    [Fact]
    public void Cancelling_keeps_the_folder_that_was_there()
    {
        SyntheticSymbols.WriteFolder(Target, PerClass, seed: 1, Token);
        var before = Contents(Target);
        Assert.Throws<OperationCanceledException>(() => SyntheticSymbols.WriteFolder(Target, PerClass, seed: 2, new(canceled: true)));
        Assert.Equal(before, Contents(Target));
    }

    [Fact]
    public void A_class_needs_an_image() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => SyntheticSymbols.WriteFolder(Target, 0, seed: 1, Token));

    private void AssertWhole(string folder, int perClass)
    {
        Assert.Equal(SyntheticSymbols.ClassNames, Directory.GetDirectories(folder).Select(d => Path.GetFileName(d)).Order(StringComparer.Ordinal));
        Assert.All(Directory.GetDirectories(folder), d => Assert.Equal(perClass, Directory.GetFiles(d).Length));
        Assert.Equal([Marker], Directory.GetFiles(folder).Select(f => Path.GetFileName(f)));
        Assert.DoesNotContain(Directory.GetDirectories(_parent), d => Path.GetFileName(d).StartsWith('.'));
    }

    private static SortedDictionary<string, string> Contents(string folder) => new(
        Directory.GetFiles(folder, "*", SearchOption.AllDirectories)
            .ToDictionary(f => Path.GetRelativePath(folder, f), f => Convert.ToHexString(File.ReadAllBytes(f))),
        StringComparer.Ordinal);

    private static double MeanDifference(SKBitmap read, ReadOnlySpan<byte> planes)
    {
        var plane = read.Width * read.Height;
        var sum = 0;
        for (var i = 0; i < plane; i++)
        {
            var pixel = read.GetPixel(i % read.Width, i / read.Width);
            sum += Math.Abs(pixel.Red - planes[i]) + Math.Abs(pixel.Green - planes[plane + i]) + Math.Abs(pixel.Blue - planes[2 * plane + i]);
        }

        return sum / (3.0 * plane);
    }
}
