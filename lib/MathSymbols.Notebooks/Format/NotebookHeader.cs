using System.Text.Json;
using MathSymbols.Notebooks.Format.Ipynb;

namespace MathSymbols.Notebooks.Format;

/// <summary>What stands in front of the cells: which kernels the notebook names and which is the default.</summary>
internal sealed record NotebookHeader(string DefaultLanguage, IReadOnlyList<KernelInfo> Kernels)
{
    internal static readonly NotebookHeader None = new(Cell.CSharp, []);

    /// <summary>What the header keeps of the .ipynb file that the notebook was.</summary>
    internal IpynbOrigin? Origin { get; init; }

    internal IEnumerable<string> Names => Kernels.Select(k => k.Name);

    /// <summary>Reads the JSON below <c>#!meta</c>.</summary>
    internal static NotebookHeader Parse(string json, int line)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            if (document.RootElement.ValueKind != JsonValueKind.Object) throw new FormatException();
            var header = document.RootElement.TryGetProperty("kernelInfo", out var info) && info.ValueKind != JsonValueKind.Null ? Read(info) : None;
            return document.RootElement.TryGetProperty(IpynbOrigin.Property, out var origin) ? header with { Origin = IpynbOrigin.Read(origin.GetRawText()) } : header;
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

    /// <summary>Reads the object <c>kernelInfo</c>, the same in both formats; throws one of three exceptions when it has another shape.</summary>
    internal static NotebookHeader Read(JsonElement info)
    {
        var language = Text(info, "defaultKernelName") ?? Cell.CSharp;
        var kernels = new List<KernelInfo>();
        if (info.TryGetProperty("items", out var items))
        {
            foreach (var item in items.EnumerateArray())
            {
                if (Text(item, "name") is { } name) kernels.Add(new KernelInfo(name, Text(item, "languageName"), Aliases(item)));
            }
        }
        return new NotebookHeader(language, kernels);
    }

    private static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.GetString() is { Length: > 0 } text ? text : null;

    private static List<string> Aliases(JsonElement item) =>
        item.TryGetProperty("aliases", out var aliases) && aliases.ValueKind == JsonValueKind.Array
            ? [.. aliases.EnumerateArray().Select(a => a.GetString()).OfType<string>()]
            : [];
}
