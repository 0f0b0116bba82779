using MathSymbols.Notebooks.Events;
using MathSymbols.Notebooks.Tests.Support;

namespace MathSymbols.Notebooks.Tests;

/// <summary>One notebook that restores packages in several cells; each restore takes a second or two.</summary>
[Collection("kernel")]
public sealed class PackageTests : IDisposable
{
    private static readonly string[] Mathematics = ["/lib/x86_64-linux-gnu/libm.so.6", "/usr/lib/x86_64-linux-gnu/libm.so.6", "/lib/aarch64-linux-gnu/libm.so.6"];

    private readonly TempFolder _folder = new();
    private readonly PackageFeed _feed;
    private readonly Cells _cells;

    public PackageTests()
    {
        _feed = new PackageFeed(_folder);
        _cells = new Cells(_folder, _feed.Folders);
        var low = Library.Compile(_folder.Path, "Low", "namespace Low; public class Deep { public int Number => 7; }");
        var high = Library.Compile(_folder.Path, "High", "namespace High; public static class Top { public static Low.Deep Get() => new(); public static void Fail() => throw new System.Exception(\"from a package\"); }", low);
        _feed.Add("Low", "1.0.0", [], ("lib/net8.0/Low.dll", low));
        _feed.Add("Low", "1.1.0", [], ("lib/net8.0/Low.dll", low));
        _feed.Add("High", "1.0.0", ["Low 1.0.0"], ("lib/net8.0/High.dll", high));
    }

    public void Dispose() => _folder.Dispose();

    private string Feed => $"#i \"nuget:{_feed.Path}\"\n";

    [Fact]
    public async Task A_package_and_what_it_depends_on_can_be_used_in_its_cell_and_later_ones_and_are_restored_once()
    {
        var shown = await _cells.ShowAsync($"{Feed}#r \"nuget: High, 1.0.0\"\nHigh.Top.Get().Number.ToString()");
        Assert.Equal($"<div><div><strong>Restore sources</strong><ul><li><span>{_feed.Path}</span></li></ul></div><div></div><div><strong>Installed Packages</strong><ul><li><span>High, 1.0.0</span></li></ul></div></div>", shown[0]["text/html"]);
        Assert.Equal("7", shown[1]["text/plain"]);
        Assert.Equal("7", Assert.Single(await _cells.ShowAsync("new Low.Deep().Number.ToString()"))["text/plain"]);
        Assert.Equal(["High.Top.Fail", "main.dib, cell 3, line 2"], (await _cells.RunAsync("\nHigh.Top.Fail();"))?.Stack);

        // What is there already needs no restore; another version cannot be had any more.
        Assert.Single(await _cells.ShowAsync("#r \"nuget: low\""));
        var error = await _cells.RunAsync("1.Display();\n#r \"nuget: Low, 1.1.0\"");
        Assert.Equal(("magic", 2), (error?.Kind, error?.Line));
        Assert.Contains("Low 1.1.0 cannot be added, because 1.0.0 is there already", error?.Message, StringComparison.Ordinal);

        // What was restored once is only looked up.
        var list = Assert.Single(Directory.GetFileSystemEntries(_feed.Folders.Cache));
        var written = File.GetLastWriteTimeUtc(list);
        var again = new Cells(_folder, _feed.Folders);
        Assert.Equal("7", (await again.ShowAsync($"{Feed}#r \"nuget: High, 1.0.0\"\nHigh.Top.Get().Number.ToString()"))[1]["text/plain"]);
        Assert.Equal(written, File.GetLastWriteTimeUtc(list));
    }

    [Fact]
    public async Task A_package_that_no_feed_has_gets_a_sentence_with_its_line_and_nothing_of_the_cell_runs()
    {
        var error = await _cells.RunAsync($"Console.WriteLine(\"never\");\n{Feed}#r \"nuget: Nowhere.At.All, 1.0.0\"");
        Assert.Equal(("magic", 3, "#r \"nuget: Nowhere.At.All, 1.0.0\""), (error?.Kind, error?.Line, error?.Code));
        Assert.StartsWith("main.dib, cell 1, line 3: the package Nowhere.At.All could not be restored: NU1101: Unable to find package Nowhere.At.All.", error?.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(Environment.NewLine, error?.Message, StringComparison.Ordinal);
        Assert.Empty(_cells.Events.OfType<StandardOutput>());
    }

    [Fact]
    public async Task Several_packages_of_a_cell_are_restored_together_and_one_without_version_is_the_newest()
    {
        var shown = await _cells.ShowAsync($"{Feed}#r \"nuget: Low\"\n#r \"nuget:High,1.*\"\nHigh.Top.Get().Number.ToString()");
        Assert.Contains("<li><span>High, 1.0.0</span></li><li><span>Low, 1.1.0</span></li>", shown[0]["text/html"], StringComparison.Ordinal);
        Assert.Equal("7", shown[1]["text/plain"]);
        Assert.Single(Directory.GetFileSystemEntries(_feed.Folders.Cache));
    }

    [Fact]
    public async Task A_package_brings_no_second_copy_of_what_the_host_or_the_framework_has()
    {
        var formatting = typeof(Microsoft.DotNet.Interactive.Formatting.Formatter).Assembly.Location;
        _feed.Add("Extension", "1.0.0", [], ("lib/net8.0/Microsoft.DotNet.Interactive.Formatting.dll", formatting), ("lib/net8.0/System.Text.Json.dll", typeof(System.Text.Json.JsonSerializer).Assembly.Location));
        await _cells.ShowAsync($"{Feed}#r \"nuget: Extension, 1.0.0\"\nvar formatter = typeof(Microsoft.DotNet.Interactive.Formatting.Formatter); var json = typeof(System.Text.Json.JsonSerializer);");
        Assert.Equal((typeof(Microsoft.DotNet.Interactive.Formatting.Formatter), typeof(System.Text.Json.JsonSerializer)), (_cells.Session.Value("formatter"), _cells.Session.Value("json")));
    }

    [Fact]
    public async Task Native_libraries_of_a_package_are_found()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Takes a library of this system for the package's own.");
        var library = Array.Find(Mathematics, File.Exists);
        Assert.SkipWhen(library is null, "This system keeps its mathematical library elsewhere.");
        var managed = Library.Compile(_folder.Path, "Roots", "using System.Runtime.InteropServices; public static class Roots { [DllImport(\"ownroots\", EntryPoint = \"sqrt\")] public static extern double Of(double x); }");
        _feed.Add("Roots", "1.0.0", [], ("lib/net8.0/Roots.dll", managed), ("runtimes/linux-x64/native/libownroots.so", library!), ("runtimes/linux-arm64/native/libownroots.so", library!));
        Assert.Equal("3", (await _cells.ShowAsync($"{Feed}#r \"nuget: Roots, 1.0.0\"\nRoots.Of(9).ToString()"))[1]["text/plain"]);
    }

    [Theory]
    [InlineData("#r \"nuget: \"", "names no package")]
    [InlineData("#r \"nuget: A", "lacks the closing quote")]
    [InlineData("#i \"nuget:./feed\"", "takes a feed by its whole path only; write #i \"nuget:/")]
    [InlineData("#i \"nuget:/nowhere/at/all\"", "does not exist")]
    public async Task A_wrong_line_gets_a_sentence_and_spoils_nothing(string line, string says)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Paths look different.");
        var error = await _cells.RunAsync($"var x = 1;\n{line}");
        Assert.Equal(("magic", 2), (error?.Kind, error?.Line));
        Assert.Contains(says, error?.Message, StringComparison.Ordinal);
        Assert.Single(await _cells.ShowAsync("1"));
    }
}
