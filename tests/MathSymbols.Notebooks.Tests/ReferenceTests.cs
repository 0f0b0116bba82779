using MathSymbols.Notebooks.Tests.Support;

namespace MathSymbols.Notebooks.Tests;

[Collection("kernel")]
public sealed class ReferenceTests : IDisposable
{
    private const string Formatted = """
        using System;
        using System.Collections.Generic;
        using System.IO;
        namespace Figures;
        [AttributeUsage(AttributeTargets.Class)]
        internal sealed class TypeFormatterSourceAttribute(Type source) : Attribute
        {
            public Type FormatterSourceType { get; } = source;
            public string[] PreferredMimeTypes { get; set; } = [];
        }
        [TypeFormatterSource(typeof(Source), PreferredMimeTypes = new[] { "text/html", "image/png" })]
        public class Figure { public string Name => "f"; }
        internal class Source { public IEnumerable<object> CreateTypeFormatters() => [new Form("text/html"), new Form("image/png")]; }
        internal class Form(string mimeType)
        {
            public string MimeType => mimeType;
            public bool Format(object value, TextWriter writer) { writer.Write(mimeType + " of " + ((Figure)value).Name); return true; }
        }
        """;

    private readonly TempFolder _folder = new();
    private readonly Cells _cells;

    public ReferenceTests() => _cells = new Cells(_folder);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_dll_is_found_beside_the_notebook_and_its_dependency_beside_it()
    {
        var bin = Directory.CreateDirectory(Path.Combine(_folder.Path, "bin")).FullName;
        var dependency = Library.Compile(bin, "Below", "namespace Below; public class Deep { public int Number => 7; }");
        Library.Compile(bin, "Above", "namespace Above; public static class Top { public static Below.Deep Get() => new(); public static void Fail() => throw new System.Exception(\"from below\"); }", dependency);
        var shown = await _cells.ShowAsync("#r \"bin/Above.dll\"\nusing Above;\nvar deep = Top.Get();\ndeep.Number.ToString()");
        Assert.Equal("7", Assert.Single(shown)["text/plain"]);

        var error = await _cells.RunAsync("\nTop.Fail();");
        Assert.Equal(["Above.Top.Fail", "main.dib, cell 2, line 2"], error?.Stack);
    }

    [Fact]
    public async Task A_dll_without_its_dependency_beside_it_fails_where_it_needs_it()
    {
        var (dll, _) = Pair(beside: false);
        var error = await _cells.RunAsync($"#r \"{dll}\"\nAbove.Top.Get()");
        Assert.Contains("Below", error?.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_package_first_and_then_a_dll_with_nothing_beside_it_works()
    {
        var (dll, dependency) = Pair(beside: false);
        var feed = new PackageFeed(_folder);
        feed.Add("Below", "1.0.0", [], ("lib/net8.0/Below.dll", dependency));
        var cells = new Cells(_folder, feed.Folders);
        await cells.ShowAsync($"#i \"nuget:{feed.Path}\"\n#r \"nuget: Below, 1.0.0\"");
        Assert.Equal("7", Assert.Single(await cells.ShowAsync($"#r \"{dll}\"\nAbove.Top.Get().Number.ToString()"))["text/plain"]);
    }

    [Fact]
    public async Task A_dll_first_and_later_the_package_of_its_dependency_or_that_dll_itself_are_two_identities_as_in_the_engine()
    {
        var (dll, dependency) = Pair(beside: true);
        var feed = new PackageFeed(_folder);
        feed.Add("Below", "1.0.0", [], ("lib/net8.0/Below.dll", dependency));
        foreach (var second in (string[])[$"#i \"nuget:{feed.Path}\"\n#r \"nuget: Below, 1.0.0\"", $"#r \"{dependency}\""])
        {
            var cells = new Cells(_folder, feed.Folders);
            await cells.ShowAsync($"#r \"{dll}\"\nvar first = Above.Top.Get();");
            await cells.ShowAsync($"{second}\nvar second = new Below.Deep();");
            Assert.Contains("CS0029", (await cells.RunAsync("Below.Deep both = first;"))?.Message, StringComparison.Ordinal);
            Assert.Equal("14", Assert.Single(await cells.ShowAsync("(first.Number + second.Number).ToString()"))["text/plain"]);
        }
    }

    [Fact]
    public async Task A_reference_below_code_is_CS7009() =>
        Assert.Contains("CS7009", (await _cells.RunAsync("var x = 1;\n#r \"Lib.dll\"\nx"))?.Message, StringComparison.Ordinal);

    [Fact]
    public async Task A_type_formatted_by_convention_shows_all_its_preferred_representations()
    {
        Library.Compile(_folder.Path, "Figures", Formatted);
        var data = Assert.Single(await _cells.ShowAsync("#r \"Figures.dll\"\nnew Figures.Figure()"));
        Assert.Equal(("text/html of f", "image/png of f"), (data["text/html"], data["image/png"]));
    }

    private (string Dll, string Dependency) Pair(bool beside)
    {
        var (upper, lower) = (Directory.CreateDirectory(Path.Combine(_folder.Path, "upper")).FullName, Directory.CreateDirectory(Path.Combine(_folder.Path, "lower")).FullName);
        var dependency = Library.Compile(beside ? upper : lower, "Below", "namespace Below; public class Deep { public int Number => 7; }");
        return (Library.Compile(upper, "Above", "namespace Above; public static class Top { public static Below.Deep Get() => new(); }", dependency), dependency);
    }

    [Fact]
    public async Task A_missing_dll_names_the_line()
    {
        var error = await _cells.RunAsync("// not built\n#r \"bin/Nowhere.dll\"");
        Assert.Equal(("compile", 2), (error?.Kind, error?.Line));
        Assert.Contains("bin/Nowhere.dll", error?.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_library_may_bring_a_newer_version_of_what_the_runner_uses()
    {
        var bin = Directory.CreateDirectory(Path.Combine(_folder.Path, "bin")).FullName;
        var own = Library.Compile(bin, "Markdig", "[assembly: System.Reflection.AssemblyVersion(\"99.0.0.0\")] namespace Markdig; public class Own { public override string ToString() => \"own\"; }");
        Library.Compile(bin, "User", "public static class User { public static string Get() => new Markdig.Own().ToString(); }", own);
        Assert.Equal("own", Assert.Single(await _cells.ShowAsync("#r \"bin/User.dll\"\nUser.Get()"))["text/plain"]);
    }

    [Fact]
    public async Task An_error_in_a_loaded_file_names_it()
    {
        _folder.Write("part.csx", "int Fine() => 1;\nint Bad() => throw new Exception(\"in part\");");
        var error = await _cells.RunAsync("#load \"part.csx\"\nBad();");
        Assert.Equal(["part.csx, line 2", "main.dib, cell 1, line 2"], error?.Stack);
        _folder.Write("broken.csx", "\nint bad = \"x\";");
        error = await _cells.RunAsync("#load \"broken.csx\"");
        Assert.Equal(("broken.csx", 2, "int bad = \"x\";"), (error?.File, error?.Line, error?.Code));
    }
}
