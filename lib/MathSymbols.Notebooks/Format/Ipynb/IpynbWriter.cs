using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace MathSymbols.Notebooks.Format.Ipynb;

/// <summary>Writes version 4.5 of the format, laid out as Jupyter does it. The same notebook gives the same text.</summary>
internal static class IpynbWriter
{
    /// <summary>The metadata of this program's own, on cells that it ran.</summary>
    internal const string Runner = "notebook_runner";

    internal const string CodeType = "code";

    private static readonly JsonSerializerOptions Options = new()
    {
        WriteIndented = true,
        IndentSize = 1,
        NewLine = "\n",
        MaxDepth = CheckedJson.FileDepth,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    internal static string Write(IpynbNotebook notebook)
    {
        var origin = notebook.Notebook.Origin ?? IpynbOrigin.None;
        var root = new JsonObject
        {
            ["cells"] = new JsonArray([.. new IpynbRestoredCells(origin, notebook).Write()]),
            ["metadata"] = IpynbRestoredMetadata.Write(origin, notebook.Notebook),
            ["nbformat"] = 4,
            ["nbformat_minor"] = 5,
        };
        return root.ToJsonString(Options) + "\n";
    }

    /// <summary>A text as the format wants it: a list of lines, each but the last with its end.</summary>
    internal static JsonArray Lines(string text)
    {
        var lines = new JsonArray();
        for (int from = 0, to; from < text.Length; from = to)
        {
            var end = text.IndexOf('\n', from);
            to = end < 0 ? text.Length : end + 1;
            lines.Add((JsonNode)text[from..to]);
        }
        return lines;
    }

    /// <summary>A cell that came from no .ipynb file.</summary>
    internal static JsonObject Cell(IpynbCell cell, string id)
    {
        var isCode = Type(cell.Cell) == CodeType;
        var json = new JsonObject { ["cell_type"] = Type(cell.Cell) };
        if (isCode) json["execution_count"] = cell.ExecutionCount;
        json["id"] = id;
        json["metadata"] = isCode ? Metadata(cell) : new JsonObject();
        if (isCode) json["outputs"] = new JsonArray([.. cell.Outputs.Select(IpynbOutputs.Write)]);
        json["source"] = Lines(cell.Cell.Source);
        return json;
    }

    internal static string Type(Cell cell) => cell.Language is Format.Cell.Markdown or Format.Cell.Raw ? cell.Language : CodeType;

    // Both names are in use: the second since Polyglot Notebooks has its name.
    private static JsonObject Metadata(IpynbCell cell)
    {
        var metadata = new JsonObject { ["dotnet_interactive"] = new JsonObject { ["language"] = cell.Cell.Language } };
        if (cell.Seconds is { } seconds) metadata[Runner] = new JsonObject { ["seconds"] = Math.Round(seconds, 3) };
        metadata["polyglot_notebook"] = new JsonObject { ["kernelName"] = cell.Cell.Language };
        return metadata;
    }
}
