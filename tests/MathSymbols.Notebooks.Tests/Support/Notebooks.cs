using FsCheck;
using FsCheck.Fluent;
using MathSymbols.Notebooks.Format;

namespace MathSymbols.Notebooks.Tests.Support;

/// <summary>Notebooks of all kinds, for properties.</summary>
internal static class Notebooks
{
    private static readonly string[] Languages = ["csharp", "markdown", "html", "mermaid", "value", "fsharp", "pwsh", "sql-db"];
    private static readonly string[] Lines =
    [
        "", "  ", "var x = 1;", "# Heading", "#!time", "#r \"a.dll\"", "\ttab", "ünï ✓ 𝄞", "{\"a\":1}", "#!import b.dib", "<b>x</b>", "'\"\\", "%%html", "#!html x", "</script>", "a\u2028b",
    ];

    internal static Gen<Notebook> Gen()
    {
        var source = FsCheck.Fluent.Gen.Elements(Lines).ListOf().Select(l => string.Join('\n', l)).Where(s => !string.IsNullOrWhiteSpace(s));
        var cell = from language in FsCheck.Fluent.Gen.Elements(Languages) from text in source select new Cell(language, text, 0);
        var kernel = from name in FsCheck.Fluent.Gen.Elements(Languages)
                     from language in FsCheck.Fluent.Gen.Elements(null, "C#", "F# \"x\"")
                     from aliases in FsCheck.Fluent.Gen.Elements("cs", "C#", "ä").ListOf()
                     select new KernelInfo(name, language, [.. aliases.Distinct()]);
        return from first in FsCheck.Fluent.Gen.Elements(Languages)
               from kernels in kernel.ListOf()
               from cells in cell.ListOf()
               select new Notebook(first, [.. cells]) { Kernels = [.. kernels.DistinctBy(k => k.Name)] };
    }
}
