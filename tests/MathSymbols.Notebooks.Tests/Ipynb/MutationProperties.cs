using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using MathSymbols.Notebooks.Format;
using MathSymbols.Notebooks.Format.Ipynb;
using MathSymbols.Notebooks.Page;
using MathSymbols.Notebooks.Reports;

namespace MathSymbols.Notebooks.Tests.Ipynb;

public class MutationProperties
{
    private static readonly string[] Inserts =
        ["", "\0", "\"", "{", "}", "[", "]", "\\uD800", "null", "1e999", ":", ",", "[[[[", "\"id\":1,", "{\"a\":{\"b\":[null,7]}}", "\"text/html\":[1],", "-1", "99999999999"];

    private static string Good(Notebook notebook)
    {
        IpynbOutput[] outputs = [new IpynbStream(false, "a\nb"), new IpynbDisplay(new Dictionary<string, string> { ["text/html"] = "<b>x</b>", ["image/png"] = "QQ==" }), new IpynbError("E", "v", ["t"])];
        return IpynbWriter.Write(new IpynbNotebook(notebook, [.. notebook.Cells.Select(c => new IpynbCell(c, 1, outputs, 1.5))]));
    }

    [Property(MaxTest = 1000)]
    public Property A_damaged_file_gives_a_page_or_a_sentence()
    {
        var mutation =
            from notebook in Support.Notebooks.Gen()
            from at in Gen.Choose(0, 100_000)
            from length in Gen.Choose(0, 20)
            from insert in Gen.Elements(Inserts)
            select Mutate(Good(notebook), at, length, insert);
        return Prop.ForAll(mutation.ToArbitrary(), text =>
        {
            try
            {
                var notebook = IpynbFile.Parse(text);
                Assert.EndsWith("</html>", ReportPage.Write(new Report("T", DateTimeOffset.UnixEpoch, [], [SavedRun.Read("a.ipynb", notebook)])).TrimEnd(), StringComparison.Ordinal);
                Assert.Equal(notebook.Cells.Count, IpynbFile.Parse(IpynbWriter.Write(notebook)).Cells.Count);
            }
            catch (NotebookFormatException e)
            {
                Assert.DoesNotContain('\n', e.Message);
            }
        });
    }

    private static string Mutate(string text, int at, int length, string insert)
    {
        var from = at % (text.Length + 1);
        return text.Remove(from, Math.Min(length, text.Length - from)).Insert(from, insert);
    }
}
