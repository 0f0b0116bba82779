using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;

namespace MathSymbols.Notebooks.Tests.Ipynb;

/// <summary>Files of Jupyter's format as other programs write them.</summary>
internal static class ForeignNotebooks
{
    private static readonly string[] Metadata =
    [
        "{}", "{\"kernelspec\":{\"name\":\"python3\",\"display_name\":\"P\",\"language\":\"python\"},\"authors\":[{\"name\":\"me\"}]}",
        "{\"kernelspec\":{\"display_name\":\".NET (C#)\",\"language\":\"C#\",\"name\":\".net-csharp\"},\"toc\":{\"a\":[1,null,true]}}",
        "{\"language_info\":{\"name\":\"polyglot-notebook\"},\"polyglot_notebook\":{\"kernelInfo\":{\"defaultKernelName\":\"csharp\",\"items\":[{\"aliases\":[\"F#\"],\"name\":\"fsharp\"}]}}}",
    ];

    private static readonly string[] CellMetadata =
        ["{}", "{\"tags\":[\"x\"]}", "{\"slideshow\":{\"slide_type\":\"slide\"},\"scrolled\":false}", "{\"polyglot_notebook\":{\"kernelName\":\"html\"}}", "{\"dotnet_interactive\":{\"language\":\"fsharp\"},\"polyglot_notebook\":{\"kernelName\":\"fsharp\"}}"];

    private static readonly string[] Sources = ["", "\n", " \n\t\n", "1", "1\n", "\n\n  # a\n", "a\r\nb\rc", "#!html\n<b>x</b>", "%%html\n\n<i>y</i>\n", "#!html\n", "ünï 𝄞 \"x\"", "a\n\n\nb"];

    internal static Gen<string> Gen()
    {
        var cell = from type in FsCheck.Fluent.Gen.Elements("code", "markdown", "raw")
                   from id in FsCheck.Fluent.Gen.Elements(null, "a1", "b-2", "c_3")
                   from metadata in FsCheck.Fluent.Gen.Elements(CellMetadata)
                   from source in FsCheck.Fluent.Gen.Elements(Sources)
                   // Elsewhere such a line is what convert refuses, or says that it changes.
                   let names = type == "code" && !metadata.Contains("kernelName", StringComparison.Ordinal)
                   select Cell(type, id, metadata, names ? source : source.Replace("#!html", "# html", StringComparison.Ordinal));
        return from metadata in FsCheck.Fluent.Gen.Elements(Metadata)
               from cells in cell.ListOf()
               select new JsonObject { ["cells"] = new JsonArray([.. cells.Select(c => JsonNode.Parse(c))]), ["metadata"] = JsonNode.Parse(metadata), ["nbformat"] = 4, ["nbformat_minor"] = 5 }.ToJsonString();
    }

    /// <summary>All but the outputs and what differs only in how it is written: given ids, and texts as a list of lines.</summary>
    internal static string Gist(string notebook)
    {
        var root = JsonNode.Parse(notebook)!;
        var cells = root["cells"]!.AsArray().Select(c => $"{c!["cell_type"]} {Id(c)} {c["metadata"]!.ToJsonString()} {(c["source"] is JsonArray lines ? string.Concat(lines.Select(l => (string?)l)) : (string?)c["source"])}");
        return string.Join("\n---\n", cells.Prepend(root["metadata"]!.ToJsonString()));
    }

    private static string? Id(JsonNode cell) => (string?)cell["id"] is "a1" or "b-2" or "c_3" ? (string?)cell["id"] : null;

    private static string Cell(string type, string? id, string metadata, string source)
    {
        var cell = new JsonObject { ["cell_type"] = type, ["metadata"] = JsonNode.Parse(metadata), ["source"] = source };
        if (id is not null) cell["id"] = id;
        if (type == "code") (cell["execution_count"], cell["outputs"]) = (1, new JsonArray());
        return cell.ToJsonString();
    }
}
