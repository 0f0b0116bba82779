using MathSymbols.Notebooks.Format;
using MathSymbols.Notebooks.Format.Ipynb;
using MathSymbols.Notebooks.Progress;
using MathSymbols.Notebooks.Reports;

namespace MathSymbols.Notebooks.Commands;

/// <summary>Writes a notebook in the other format.</summary>
internal static class ConvertCommand
{
    internal static int Run(string from, string to, bool overwrite)
    {
        try
        {
            if (Complaint(from, to, overwrite) is { } complaint) return CommandLine.Refuse(complaint);
            var saved = IpynbFile.Is(from) ? IpynbFile.Load(from) : null;
            var notebook = saved?.Notebook ?? Notebook.Load(from);
            if (!IpynbFile.Is(to) && NotebookWriter.Complaint(notebook) is { } limit) return CommandLine.Refuse($"{Path.GetFileName(from)}: {limit}.");
            AtomicText.Write(to, IpynbFile.Is(to) ? IpynbWriter.Write(IpynbNotebook.Of(notebook)) : NotebookWriter.Write(notebook));
            Console.WriteLine($"{Path.GetFullPath(to)}: {Wording.Count(notebook.Cells.Count, "cell")}");
            foreach (var sentence in saved is null ? [] : ConversionLosses.Of(saved)) Console.WriteLine(sentence);
            return 0;
        }
        catch (NotebookFormatException e)
        {
            return CommandLine.Refuse(e.Message.TrimEnd('.') + ".");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return CommandLine.Refuse($"{to} cannot be written: {e.Message}");
        }
    }

    private static string? Complaint(string from, string to, bool overwrite)
    {
        if (!Notebook.Is(from) || !Notebook.Is(to) || IpynbFile.Is(from) == IpynbFile.Is(to)) return $"convert wants a .dib and an .ipynb file, not {from} and {to}.";
        if (!File.Exists(from)) return $"The notebook {from} does not exist.";
        return File.Exists(to) && !overwrite ? $"{to} exists already, maybe with outputs; --overwrite replaces it." : null;
    }
}
