using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using MathSymbols.Storage.Archives;
using Xunit;

namespace MathSymbols.Tests.Storage.Archives;

public sealed class ArchiveNameTests
{
    [Theory]
    [InlineData("0/a.png", "0/a.png")]
    [InlineData("./0//a (1).png", "0/a (1).png")]
    [InlineData("top\\0\\a.png", "top/0/a.png")]
    [InlineData("0/.directory", "0/.directory")]
    [InlineData("0/…/ä.png", "0/…/ä.png")]
    [InlineData("0/a..png", "0/a..png")]
    [InlineData("0/console.png", "0/console.png")]
    public void Good_names_are_told_in_one_way(string name, string path) => Assert.Equal(new(path, NameVerdict.Good), ArchiveName.Of(name));

    [Theory]
    [InlineData("../a.png")]
    [InlineData("0/../../a.png")]
    [InlineData("0/..")]
    [InlineData("0\\..\\..\\a.png")]
    [InlineData("/etc/a.png")]
    [InlineData("\\\\server\\share\\a.png")]
    [InlineData("C:\\a.png")]
    [InlineData("c:a.png")]
    [InlineData("//a.png")]
    public void Names_that_lead_outside_are_known(string name) => Assert.Equal(NameVerdict.Outside, ArchiveName.Of(name).Verdict);

    [Theory]
    [InlineData("")]
    [InlineData(".")]
    [InlineData("0/a\0.png")]
    [InlineData("0/a\n.png")]
    [InlineData("0/a.png:stream")]
    [InlineData("0/nul.png")]
    [InlineData("0/Com1")]
    [InlineData("con /a.png")]
    [InlineData("0/a.png.")]
    [InlineData("0/.. /a.png")]
    [InlineData("0/.../a.png")]
    [InlineData("0/a?.png")]
    [InlineData("0/\uFFFD.png")]
    public void Names_that_some_system_does_not_take_are_known(string name) => Assert.Equal(NameVerdict.Unusable, ArchiveName.Of(name).Verdict);

    [Fact]
    public void A_part_has_255_bytes_at_most()
    {
        Assert.Equal(NameVerdict.Good, ArchiveName.Of("0/" + new string('a', 255)).Verdict);
        Assert.Equal(NameVerdict.Unusable, ArchiveName.Of("0/" + new string('ä', 128)).Verdict);
    }

    [Property(MaxTest = 5000)]
    public Property No_good_name_ever_leaves_the_folder() => Prop.ForAll(Names(), name =>
    {
        var judged = ArchiveName.Of(name);
        if (judged.Verdict != NameVerdict.Good) return true;
        var root = Path.Combine(Path.GetTempPath(), "root");
        return Path.GetFullPath(Path.Combine(root, judged.Path)) == Path.Combine(root, judged.Path.Replace('/', Path.DirectorySeparatorChar))
            && ArchiveName.Of(judged.Path) == judged;
    });

    [Property(MaxTest = 2000)]
    public Property Whatever_climbs_or_begins_at_a_root_is_outside() => Prop.ForAll(Names(), name =>
    {
        var parts = name.Split('/', '\\');
        var isOutside = parts.Contains("..") || (parts.Length > 1 && parts[0].Length == 0) || (name.Length > 1 && name[1] == ':' && char.IsAsciiLetter(name[0]));
        return isOutside == (ArchiveName.Of(name).Verdict == NameVerdict.Outside);
    });

    // Any text seldom holds what matters.
    private static Arbitrary<string> Names()
    {
        var part = Gen.OneOf(Gen.Elements("..", ".", "", "a", "a.png", "C:", "nul", " ", "...", "..\0", "\uFFFD", "‮"), ArbMap.Default.GeneratorFor<NonNull<string>>().Select(s => s.Get));
        return Gen.Zip(part, Gen.ListOf(Gen.Zip(Gen.Elements("/", "\\", "//", ""), part))).Select(p => p.Item1 + string.Concat(p.Item2.Select(q => q.Item1 + q.Item2))).ToArbitrary();
    }
}
