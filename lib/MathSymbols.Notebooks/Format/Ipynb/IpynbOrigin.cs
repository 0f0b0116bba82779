using System.Text.Json.Nodes;

namespace MathSymbols.Notebooks.Format.Ipynb;

/// <summary>What an .ipynb file holds and a .dib file's cells cannot; it stands in the .dib file's header, where other programs pass over it.</summary>
/// <param name="Metadata">The notebook's own; null where it is what <see cref="IpynbKernels"/> writes.</param>
/// <param name="Cells">The file's cells, top to bottom, the empty ones too.</param>
internal sealed record IpynbOrigin(JsonObject? Metadata, IReadOnlyList<IpynbOriginCell> Cells)
{
    /// <summary>The header's property.</summary>
    internal const string Property = "ipynb";

    internal static readonly IpynbOrigin None = new(null, []);

    /// <summary>Room for it within the 64 levels that readers of a header take.</summary>
    private const int MostDepth = 56;

    /// <summary>Whether it is all that the file holds.</summary>
    internal bool IsWhole { get; init; } = true;

    /// <summary>Reads what stands in a header; what is of no known shape is passed over.</summary>
    internal static IpynbOrigin? Read(string json)
    {
        if (Parse(json) is not JsonObject origin) return null;
        var cells = origin["cells"] as JsonArray ?? [];
        return new IpynbOrigin(origin["metadata"] as JsonObject, [.. cells.OfType<JsonObject>().Select(IpynbOriginCell.Read).Where(c => c.Hash is not null || c.Type is not null)]);
    }

    /// <summary>JSON that a header can hold; null for any other.</summary>
    internal static JsonNode? Parse(string json)
    {
        try
        {
            return CheckedJson.Parse(json, MostDepth);
        }
        catch (FormatException)
        {
            return null;
        }
    }

    internal JsonObject Write()
    {
        var json = new JsonObject();
        if (Metadata is not null) json["metadata"] = Metadata.DeepClone();
        json["cells"] = new JsonArray([.. Cells.Select(c => c.Write())]);
        return json;
    }
}
