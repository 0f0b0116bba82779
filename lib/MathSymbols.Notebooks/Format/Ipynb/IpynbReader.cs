using System.Text.Json;

namespace MathSymbols.Notebooks.Format.Ipynb;

/// <summary>Makes a notebook of the JSON of an .ipynb file, of any 4.x version and from any editor.</summary>
internal static class IpynbReader
{
    private const int Version = 4;

    internal static IpynbNotebook Read(JsonElement? root)
    {
        var version = root.Get("nbformat").Number();
        if (version is null || (version == Version && root.Get("cells") is not { ValueKind: JsonValueKind.Array }))
        {
            throw new NotebookFormatException("this is JSON, but not an .ipynb notebook: it needs \"nbformat\" and \"cells\"", 1);
        }
        if (version != Version)
        {
            throw new NotebookFormatException($"this notebook has version {version} of the format, and only version {Version} is read; save it from a current editor first", 1);
        }
        var header = IpynbKernels.Read(root.Get("metadata"));
        var reader = new IpynbCellReader(header);
        var all = root.Get("cells").Items().Select((c, i) => ((JsonElement?)c, reader.Read(c, i + 1))).ToList();
        var cells = all.Select(c => c.Item2).Where(c => !string.IsNullOrWhiteSpace(c.Cell.Source) || c.Outputs.Count > 0).ToList();
        var notebook = new Notebook(header.DefaultLanguage, [.. cells.Select(c => c.Cell)]) { Kernels = header.Kernels };
        return new IpynbNotebook(notebook with { Origin = IpynbOriginReader.Read(root.Get("metadata"), all, notebook) }, cells)
        {
            KernelName = root.Get("metadata", "kernelspec", "display_name").Word(),
        };
    }
}
