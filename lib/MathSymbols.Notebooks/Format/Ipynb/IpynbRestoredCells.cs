using System.Text.Json.Nodes;

namespace MathSymbols.Notebooks.Format.Ipynb;

/// <summary>A notebook's cells, each with what the .ipynb file that it came from says of it.</summary>
internal sealed class IpynbRestoredCells(IpynbOrigin origin, IpynbNotebook notebook)
{
    private static readonly string[] OfTheLanguage = ["dotnet_interactive", "polyglot_notebook", "vscode"];

    private readonly IpynbCellIds _ids = new();
    private readonly int?[] _from = Match(origin.Cells, notebook.Cells);
    private readonly bool _fitsKernels = IpynbRestoredMetadata.FitsKernels(origin, notebook.Notebook);

    internal IEnumerable<JsonObject> Write()
    {
        var taken = origin.Cells.Select(c => c.Id).OfType<string>().ToHashSet(StringComparer.Ordinal);
        foreach (var (i, cell) in notebook.Cells.Index())
        {
            var from = _from[i] is { } at ? origin.Cells[at] : null;
            foreach (var empty in EmptyBefore(_from[i])) yield return Empty(empty);
            var id = _ids.Next(cell.Cell);
            while (from is null && taken.Contains(id)) id = _ids.Next(cell.Cell);
            var json = IpynbWriter.Cell(cell, id);
            yield return from is null ? json : Restored(json, from, cell);
        }
        foreach (var empty in EmptyBefore(origin.Cells.Count)) yield return Empty(empty);
    }

    // First those that say the same, wherever they stand now; then, when none came or went, those in the same place.
    private static int?[] Match(IReadOnlyList<IpynbOriginCell> origins, IReadOnlyList<IpynbCell> cells)
    {
        var from = new int?[cells.Count];
        var free = origins.Index().GroupBy(o => o.Item.Hash ?? string.Empty).ToDictionary(g => g.Key, g => new Queue<int>(g.Select(o => o.Index)));
        var hashes = cells.Select(c => string.IsNullOrWhiteSpace(c.Cell.Source) ? string.Empty : IpynbCellIds.Hash(c.Cell)).ToList();
        for (var i = 0; i < from.Length; i++) from[i] = free.TryGetValue(hashes[i], out var same) && same.TryDequeue(out var at) ? at : null;
        var places = origins.Index().Where(o => !o.Item.IsEmpty).Select(o => o.Index).ToList();
        var texts = Enumerable.Range(0, from.Length).Where(i => hashes[i].Length > 0).ToList();
        if (places.Count != texts.Count) return from;
        var used = from.OfType<int>().ToHashSet();
        foreach (var (i, place) in texts.Zip(places)) from[i] ??= used.Add(place) ? place : null;
        return from;
    }

    private IEnumerable<IpynbOriginCell> EmptyBefore(int? place)
    {
        if (place is not { } at) return [];
        var first = at;
        while (first > 0 && origin.Cells[first - 1].IsEmpty) first--;
        return Enumerable.Range(first, at - first).Where(i => !_from.Contains(i)).Select(i => origin.Cells[i]);
    }

    private JsonObject Restored(JsonObject json, IpynbOriginCell from, IpynbCell cell)
    {
        if (from.Id is not null) json["id"] = from.Id;
        var isSame = from.IsEmpty || from.Hash == IpynbCellIds.Hash(cell.Cell);
        if (from.Metadata is not null) json["metadata"] = Metadata(json, from.Metadata, cell, isSame);
        if (!isSame) return json;
        if (from.Type is not null) json["cell_type"] = from.Type;
        json["source"] = IpynbWriter.Lines(from.Text(CellText.Kept(cell.Cell.Source)));
        return Ordered(json, cell);
    }

    private JsonObject Metadata(JsonObject json, JsonObject own, IpynbCell cell, bool isSame)
    {
        var usual = json["metadata"]!.AsObject();
        var metadata = (JsonObject)own.DeepClone();
        if (usual.TryGetPropertyValue(IpynbWriter.Runner, out var run)) metadata[IpynbWriter.Runner] = run?.DeepClone();
        if (isSame && _fitsKernels) return metadata;
        foreach (var name in OfTheLanguage) metadata.Remove(name);
        if (_fitsKernels && cell.Cell.Language == notebook.Notebook.DefaultLanguage) return metadata;
        foreach (var (name, value) in usual) metadata[name] = value?.DeepClone();
        return metadata;
    }

    private JsonObject Empty(IpynbOriginCell empty)
    {
        var type = empty.Type ?? IpynbWriter.CodeType;
        var cell = new IpynbCell(new Cell(type, empty.Source ?? string.Empty, 0), null, []);
        var json = IpynbWriter.Cell(cell, empty.Id ?? _ids.Next(cell.Cell));
        json["metadata"] = empty.Metadata?.DeepClone() ?? new JsonObject();
        return json;
    }

    // As Jupyter writes them; only code has outputs.
    private static JsonObject Ordered(JsonObject json, IpynbCell cell)
    {
        json.Remove("execution_count");
        json.Remove("outputs");
        if ((string?)json["cell_type"] == IpynbWriter.CodeType)
        {
            json["execution_count"] = cell.ExecutionCount;
            json["outputs"] = new JsonArray([.. cell.Outputs.Select(IpynbOutputs.Write)]);
        }
        return new JsonObject(json.OrderBy(p => p.Key, StringComparer.Ordinal).Select(p => KeyValuePair.Create(p.Key, p.Value?.DeepClone())));
    }
}
