using System.Text.Json;
using System.Text.Json.Nodes;

namespace MathSymbols.Notebooks.Format.Ipynb;

/// <summary>Finds what of an .ipynb file its cells alone would not give back.</summary>
internal sealed class IpynbOriginReader
{
    /// <summary>What belongs to the outputs: times, and the state of widgets.</summary>
    private static readonly string[] OfTheRun = [IpynbWriter.Runner, "execution", "widgets"];

    private readonly IpynbCellIds _ids = new();
    private bool _isWhole = true;

    /// <summary>Null when there is nothing of the kind.</summary>
    internal static IpynbOrigin? Read(JsonElement? metadata, IEnumerable<(JsonElement? Json, IpynbCell Cell)> cells, Notebook notebook)
    {
        var reader = new IpynbOriginReader();
        var own = reader.Differing(metadata, IpynbKernels.Write(notebook));
        var all = cells.Select(c => reader.Read(c.Json, c.Cell)).ToList();
        return own is null && reader._isWhole && all.TrueForAll(c => c.IsPlain) ? null : new IpynbOrigin(own, all) { IsWhole = reader._isWhole };
    }

    private IpynbOriginCell Read(JsonElement? json, IpynbCell cell)
    {
        var (type, id) = (json.Get("cell_type").Word(), json.Get("id").Word());
        // Attached pictures stand in the text.
        var source = (json.Get("attachments") is null ? json.Get("source").Text() : null) ?? cell.Cell.Source;
        if (string.IsNullOrWhiteSpace(cell.Cell.Source)) return new IpynbOriginCell(null, type, id ?? _ids.Next(new Cell(type!, source, 0)), Differing(json.Get("metadata"), []), source);
        var kept = cell.Cell with { Source = CellText.Kept(cell.Cell.Source) };
        var plain = IpynbWriter.Cell(new IpynbCell(kept, null, []), _ids.Next(kept));
        var at = source.IndexOf(kept.Source, StringComparison.Ordinal);
        return new IpynbOriginCell(
            IpynbCellIds.Hash(kept),
            type == IpynbWriter.Type(kept) ? null : type,
            id == (string?)plain["id"] ? null : id,
            Differing(json.Get("metadata"), plain["metadata"]!.AsObject()),
            at < 0 ? source : null)
        {
            Before = at > 0 ? source[..at] : null,
            After = at >= 0 && at + kept.Source.Length is var end && end < source.Length ? source[end..] : null,
        };
    }

    private JsonObject? Differing(JsonElement? metadata, JsonObject usual)
    {
        JsonObject own = [];
        if (metadata is { ValueKind: JsonValueKind.Object } json)
        {
            if (IpynbOrigin.Parse(json.GetRawText()) is not JsonObject read)
            {
                _isWhole = false;
                return null;
            }
            own = read;
        }
        foreach (var name in OfTheRun) own.Remove(name);
        return JsonNode.DeepEquals(own, usual) ? null : own;
    }
}
