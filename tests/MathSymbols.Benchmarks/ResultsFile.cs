using MathSymbols.Storage;

namespace MathSymbols.Benchmarks;

/// <summary>A Markdown file with one section a part, each replaced on its own, in the order of <see cref="BenchmarkPart.All"/>.</summary>
internal static class ResultsFile
{
    private const string Title = "# Measured by `bench`\n\nEach section is what the command in its heading has printed.\n";
    private const string Heading = "\n## `bench ";

    public static void Replace(string path, string part, string section) =>
        AtomicFile.Write(path, Replaced(File.Exists(path) ? File.ReadAllText(path) : "", part, section));

    public static string Replaced(string text, string part, string section)
    {
        var sections = text.Split(Heading).Skip(1).Select(s => s.Split("`\n\n", 2)).ToDictionary(s => s[0], s => s[1]);
        sections[part] = section;
        return Title + string.Concat(BenchmarkPart.All.Where(p => sections.ContainsKey(p.Name)).Select(p => $"{Heading}{p.Name}`\n\n{sections[p.Name]}"));
    }
}
