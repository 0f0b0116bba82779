using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using MathSymbols.Notebooks.Format.Ipynb;

namespace MathSymbols.Notebooks.Format;

/// <summary>Writes a notebook as a .dib file; reading it again gives the same cells.</summary>
internal static class NotebookWriter
{
    private static readonly JsonSerializerOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    internal static string Write(Notebook notebook)
    {
        var header = new JsonObject { ["kernelInfo"] = KernelInfo.Write(notebook) };
        if (notebook.Origin is { } origin) header[IpynbOrigin.Property] = origin.Write();
        var text = new StringBuilder("#!meta\n\n").Append(header.ToJsonString(Options)).Append('\n');
        foreach (var cell in notebook.Cells) text.Append("\n#!").Append(cell.Language).Append("\n\n").Append(cell.Source).Append('\n');
        return text.ToString();
    }

    /// <summary>Why the format cannot hold a notebook: a text that has the line of a cell marker would end there. Null when it can.</summary>
    internal static string? Complaint(Notebook notebook)
    {
        var markers = new CellMarkers();
        markers.Add(NotebookHeader.Read(JsonSerializer.SerializeToElement(KernelInfo.Write(notebook))));
        foreach (var (cell, i) in notebook.Cells.Select((c, i) => (c, i)))
        {
            // In code such a line means the same in both formats: what follows is of that language.
            if (cell.Language is not (Cell.Markdown or Cell.Html or Cell.Raw)) continue;
            var line = Array.Find(cell.Source.Split('\n'), l => markers.Kernel(l) is not null);
            if (line is not null) return $"cell {i + 1}, in {cell.Language}, has the line {line}, which would start a new cell in a .dib file; indent that line";
        }
        return null;
    }
}
