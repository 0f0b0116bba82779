using System.Globalization;
using MathSymbols.Data;
using MathSymbols.Storage;
using Spectre.Console;

namespace MathSymbols.Cli.Data;

/// <summary>Prints what was found in a folder: in short, a class a row, and a line for each file that will not load.</summary>
internal static class CheckView
{
    public static void Write(FolderCheck check)
    {
        var facts = check.Facts.OfType<ImageFacts>().ToList();
        Console.WriteLine($"'{Printable.Of(check.Images.Root)}': {Images(check.Images.Count)} in {check.Images.ClassNames.Count} {(check.Images.ClassNames.Count == 1 ? "class" : "classes")}; {facts.Count} load, {check.Failures.Count} will not.");
        if (facts.Count > 0)
        {
            Console.WriteLine($"Formats: {string.Join(", ", facts.GroupBy(f => f.Format).OrderByDescending(g => g.Count()).Select(g => $"{g.Key} {g.Count()}"))}; {DiskSpace.Size(facts.Sum(f => f.Bytes))} in all.");
            Console.WriteLine($"Pixels: {Sizes(facts)}.");
        }

        AnsiConsole.Write(Table(check));
        foreach (var note in Notes(check)) Console.WriteLine(note);
        foreach (var failure in check.Failures) Console.WriteLine($"will not load: {failure.Shown}");
    }

    private static string Sizes(List<ImageFacts> facts)
    {
        var sizes = facts.GroupBy(f => (f.Width, f.Height)).OrderByDescending(g => g.Count()).ThenBy(g => g.Key).ToList();
        if (sizes.Count <= 4) return string.Join(", ", sizes.Select(g => $"{Size(g.Key)} ({g.Count()})"));
        var byArea = sizes.OrderBy(g => (long)g.Key.Width * g.Key.Height).ToList();
        return $"{sizes.Count} sizes, from {Size(byArea[0].Key)} to {Size(byArea[^1].Key)}, most often {Size(sizes[0].Key)} ({sizes[0].Count()})";
    }

    private static Table Table(FolderCheck check)
    {
        var table = new Table().Border(TableBorder.Simple);
        table.AddColumn("class");
        foreach (var name in (string[])["images", "load", "size"]) table.AddColumn(new TableColumn(name).RightAligned());
        table.AddColumn("formats");
        var perClass = check.Images.Files.Select((file, i) => (file.Label, Facts: check.Facts[i])).ToLookup(p => p.Label, p => p.Facts);
        for (var c = 0; c < check.Images.ClassNames.Count; c++)
        {
            var loaded = perClass[c].OfType<ImageFacts>().ToList();
            table.AddRow(
                Markup.Escape(Printable.Of(check.Images.ClassNames[c])), $"{perClass[c].Count()}", $"{loaded.Count}", DiskSpace.Size(loaded.Sum(f => f.Bytes)),
                string.Join(", ", loaded.GroupBy(f => f.Format).OrderByDescending(g => g.Count()).Select(g => $"{g.Key} {g.Count()}")));
        }

        return table;
    }

    private static IEnumerable<string> Notes(FolderCheck check)
    {
        var turned = check.Facts.Count(f => f is { Turned: true });
        if (turned > 0) yield return $"Stored in another way than upright, and turned as their EXIF says: {Images(turned)}.";
        var misnamed = check.Images.Files.Where((file, i) => check.Facts[i] is { } facts && !Fits(facts.Format, Path.GetExtension(file.Path))).Select(f => f.Path).ToList();
        if (misnamed.Count > 0) yield return $"Of another format than the name's ending says: {Named(misnamed)}. They are read by their content.";
        if (check.Others.Count > 0) yield return $"Left out, being folders or no images by their name: {Named(check.Others)}.";
    }

    private static bool Fits(string format, string extension) =>
        format.Equals(extension.Equals(".jpg", StringComparison.OrdinalIgnoreCase) ? "jpeg" : extension[1..], StringComparison.OrdinalIgnoreCase);

    private static string Named(IReadOnlyList<string> paths)
    {
        const int most = 3;
        var named = string.Join(", ", paths.Take(most).Select(p => $"'{Printable.Of(p)}'"));
        return paths.Count > most ? string.Create(CultureInfo.InvariantCulture, $"{paths.Count}, {named} among them") : named;
    }

    private static string Images(int count) => count == 1 ? "1 image" : $"{count} images";

    private static string Size((int Width, int Height) size) => $"{size.Width} × {size.Height}";
}
