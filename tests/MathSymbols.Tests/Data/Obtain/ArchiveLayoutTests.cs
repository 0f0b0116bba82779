using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using MathSymbols.Data.Obtain;
using Xunit;

namespace MathSymbols.Tests.Data.Obtain;

public sealed class ArchiveLayoutTests
{
    [Theory]
    [InlineData("", "0/a.png add/b.png")]
    [InlineData("top", "top/0/a.png top/add/b.png read.png top/me.png")]
    [InlineData("a/b/c", "a/b/c/0/a.png")]
    [InlineData("", "train/0/a.png test/0/b.png val/0/c.png")]
    [InlineData("top", "top/train/0/a.png top/test/0/b.png")]
    [InlineData("top/train", "top/train/0/a.png top/train/1/a.png top/val/b.png")]
    [InlineData("", "train/a.png test/b.png")]
    [InlineData("one", "one/0/a.png two/0/a.png")]
    [InlineData("two", "one/0/a.png two/0/a.png two/0/b.png")]
    [InlineData("z", "a/b/0/a.png z/0/a.png")]
    [InlineData("top", "__MACOSX/0/a.png __MACOSX/0/b.png .git/0/a.png .git/0/b.png top/0/a.png")]
    [InlineData(null, "a.png b.png __MACOSX/0/a.png")]
    [InlineData(null, "")]
    public void The_folder_with_the_class_folders_is_found(string? top, string paths) =>
        Assert.Equal(top, ArchiveLayout.Choose(paths.Split(' ', StringSplitOptions.RemoveEmptyEntries))?.Top);

    [Property(MaxTest = 500)]
    public Property What_is_chosen_lies_in_class_folders_and_no_two_come_to_one_place()
    {
        var paths = Gen.Zip(Gen.ListOf(Gen.Elements("train", "test", "val", "0", "add", ".x", "top")), Gen.Choose(0, 9)).Select(p => string.Join('/', [.. p.Item1, $"{p.Item2}.png"]));
        return Prop.ForAll(Gen.ListOf(paths).Select(p => p.Distinct().ToArray()).ToArbitrary(), all =>
        {
            if (ArchiveLayout.Choose(all) is not { } layout) return all.All(p => !p.Contains('/', StringComparison.Ordinal) || ArchiveLayout.IsHidden(p));
            var targets = layout.Images.Select(i => i.Target).ToList();
            return targets.Distinct().Count() == targets.Count
                && targets.Select(t => t.Count(c => c == '/')).Distinct().Count() == 1
                && layout.Images.All(i => all[i.Index] == (layout.Top.Length == 0 ? i.Target : $"{layout.Top}/{i.Target}"));
        });
    }
}
