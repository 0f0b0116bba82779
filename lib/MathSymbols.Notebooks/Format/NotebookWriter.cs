using System.Text;
using System.Text.Json;

namespace MathSymbols.Notebooks.Format;

/// <summary>Writes a notebook as a .dib file; reading it again gives the same cells.</summary>
internal static class NotebookWriter
{
    internal static string Write(Notebook notebook)
    {
        var text = new StringBuilder("#!meta\n\n");
        text.Append("{\"kernelInfo\":{\"defaultKernelName\":").Append(Json(notebook.DefaultLanguage)).Append(",\"items\":[");
        var names = notebook.Cells.Select(c => c.Language).Prepend(notebook.DefaultLanguage).Distinct();
        text.AppendJoin(',', names.Select(n => $"{{\"aliases\":[],\"name\":{Json(n)}}}")).Append("]}}\n");
        foreach (var cell in notebook.Cells) text.Append("\n#!").Append(cell.Language).Append("\n\n").Append(cell.Source).Append('\n');
        return text.ToString();
    }

    private static string Json(string name) => JsonSerializer.Serialize(name);
}
