using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using MathSymbols.Notebooks.Format;
using MathSymbols.Notebooks.Format.Ipynb;

namespace MathSymbols.Notebooks.Tests.Ipynb;

public class ConversionProperties
{
    // What has been read from a .dib file once is what a .dib file can hold.
    private static Arbitrary<Notebook> Parsed => Support.Notebooks.Gen().Select(n => NotebookParser.Parse(NotebookWriter.Write(n))).ToArbitrary();

    private static Notebook ThroughIpynb(Notebook notebook) => IpynbFile.Parse(IpynbWriter.Write(IpynbNotebook.Of(notebook))).Notebook;

    private static IEnumerable<Cell> Cells(Notebook notebook) => notebook.Cells.Select(c => c with { Line = 0 });

    [Property(MaxTest = 300)]
    public Property Dib_to_ipynb_and_back_is_the_same_file() =>
        Prop.ForAll(Parsed, notebook => Assert.Equal(NotebookWriter.Write(notebook), NotebookWriter.Write(ThroughIpynb(notebook))));

    [Property(MaxTest = 300)]
    public Property The_cells_languages_and_kernels_survive() => Prop.ForAll(Parsed, notebook =>
    {
        var read = ThroughIpynb(notebook);
        Assert.Equal(Cells(notebook), read.Cells);
        Assert.Equal(notebook.DefaultLanguage, read.DefaultLanguage);
        Assert.Equal(Names(notebook), Names(read));
    });

    [Property(MaxTest = 300)]
    public Property What_was_a_dib_leaves_nothing_in_the_header() =>
        Prop.ForAll(Parsed, notebook => Assert.Null(ThroughIpynb(notebook).Origin));

    [Property(MaxTest = 500)]
    public Property A_foreign_ipynb_to_dib_and_back_is_the_same_notebook() => Prop.ForAll(ForeignNotebooks.Gen().ToArbitrary(), foreign =>
    {
        var dib = NotebookWriter.Write(IpynbFile.Parse(foreign).Notebook);
        var back = IpynbWriter.Write(IpynbNotebook.Of(NotebookParser.Parse(dib)));
        Assert.Equal(ForeignNotebooks.Gist(foreign), ForeignNotebooks.Gist(back));
        Assert.Equal(dib, NotebookWriter.Write(IpynbFile.Parse(back).Notebook));
    });

    [Property(MaxTest = 300)]
    public Property Ipynb_to_dib_and_back_is_the_same_file() => Prop.ForAll(Parsed, notebook =>
    {
        var ipynb = IpynbWriter.Write(IpynbNotebook.Of(notebook));
        var dib = NotebookWriter.Write(IpynbFile.Parse(ipynb).Notebook);
        Assert.Equal(ipynb, IpynbWriter.Write(IpynbNotebook.Of(NotebookParser.Parse(dib))));
    });

    private static IEnumerable<string> Names(Notebook notebook) => notebook.Kernels.Select(k => $"{k.Name}|{k.LanguageName}|{string.Join(',', k.Aliases)}");
}
