using System.Text.Json;

namespace MathSymbols.Notebooks.Format;

/// <summary>The JSON below <c>#!meta</c>: which kernels the notebook names and which is the default.</summary>
internal sealed record NotebookHeader(string DefaultLanguage, IReadOnlyCollection<string> Names)
{
    internal static readonly NotebookHeader None = new(Cell.CSharp, []);

    internal static NotebookHeader Parse(string json, int line)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            return Read(document.RootElement);
        }
        catch (JsonException e)
        {
            var at = line + (int)(e.LineNumber ?? 0);
            throw new NotebookFormatException(
                "the header below #!meta must be one JSON object followed by the first cell marker", at);
        }
        catch (Exception e) when (e is InvalidOperationException or FormatException or ArgumentException)
        {
            throw new NotebookFormatException("the header below #!meta is JSON, but not of the shape {\"kernelInfo\": {…}}", line);
        }
    }

    private static NotebookHeader Read(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object) throw new FormatException();
        if (!root.TryGetProperty("kernelInfo", out var info) || info.ValueKind == JsonValueKind.Null) return None;
        var language = Cell.CSharp;
        if (info.TryGetProperty("defaultKernelName", out var name) && name.GetString() is { Length: > 0 } given) language = given;
        var names = new List<string>();
        if (info.TryGetProperty("items", out var items))
        {
            foreach (var item in items.EnumerateArray())
            {
                if (item.TryGetProperty("name", out var itemName) && itemName.GetString() is { Length: > 0 } text) names.Add(text);
            }
        }
        return new NotebookHeader(language, names);
    }
}
