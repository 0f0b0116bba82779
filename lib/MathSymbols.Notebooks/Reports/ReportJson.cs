using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using MathSymbols.Notebooks.Events;
using MathSymbols.Notebooks.Format;
using MathSymbols.Notebooks.Running;

namespace MathSymbols.Notebooks.Reports;

/// <summary>The run as report.json: every number, by notebook and name.</summary>
internal static class ReportJson
{
    private const string FormatName = "mathsymbols-report";
    private const int Version = 1;

    private static readonly JsonSerializerOptions Options = new()
    {
        WriteIndented = true,
        MaxDepth = CheckedJson.FileDepth,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    internal static string Write(Report report)
    {
        var facts = new JsonObject();
        foreach (var (name, value) in report.Facts) facts[name] = value;
        var root = new JsonObject
        {
            ["format"] = FormatName,
            ["version"] = Version,
            ["created"] = report.Created.ToString("yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture),
            ["title"] = report.Title,
            ["seconds"] = Math.Round(report.Seconds, 3),
            ["facts"] = facts,
            ["notebooks"] = new JsonArray([.. report.Notebooks.Select(Notebook)]),
        };
        return root.ToJsonString(Options) + "\n";
    }

    private static JsonObject Notebook(NotebookRun run)
    {
        var notebook = new JsonObject
        {
            ["name"] = run.Name,
            ["title"] = run.Title,
            ["status"] = Status(run.Status),
            ["seconds"] = Math.Round(run.Seconds, 3),
            ["peakPrivateBytes"] = run.PeakPrivateBytes,
            ["cells"] = run.Cells.Count,
            ["failed"] = run.Failed,
            ["values"] = run.Values(),
        };
        if (run.Error is { } error) notebook["error"] = Error(null, error);
        else if (run.Cells.FirstOrDefault(c => c.Error is not null) is { } cell) notebook["error"] = Error(cell, cell.Error!);
        return notebook;
    }

    private static string Status(NotebookStatus status) => status switch
    {
        NotebookStatus.Ok => "ok",
        NotebookStatus.Failed => "failed",
        NotebookStatus.Died => "died",
        NotebookStatus.Cancelled => "cancelled",
        _ => "notRun",
    };

    private static JsonObject Error(CellRun? cell, CellError error)
    {
        var json = new JsonObject { ["kind"] = error.Kind, ["message"] = error.Message };
        if (cell is not null) json["cell"] = cell.Number;
        if (error.File is not null) json["file"] = error.File;
        if (error.Line is not null) json["line"] = error.Line;
        if (error.Code is not null) json["code"] = error.Code;
        if (error.Stack is { Count: > 0 } stack) json["stack"] = new JsonArray([.. stack.Select(s => (JsonNode)s)]);
        return json;
    }
}
