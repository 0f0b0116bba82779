using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace MathSymbols.Notebooks.Format.Ipynb;

/// <summary>Reads the cells of a notebook.</summary>
internal sealed partial class IpynbCellReader(NotebookHeader header)
{
    private readonly HashSet<string> _names = [.. KernelNames.WellKnown(), .. header.Names, header.DefaultLanguage];

    internal IpynbCell Read(JsonElement? cell, int number)
    {
        var type = cell.Get("cell_type").Word();
        var source = cell.Get("source").Text()?.Replace("\r\n", "\n", StringComparison.Ordinal);
        if (source is null || type is not ("code" or "markdown" or "raw"))
        {
            throw new NotebookFormatException($"cell {number} is not a cell of an .ipynb notebook: it needs \"cell_type\" and \"source\"", 1);
        }
        if (type != "code") return new IpynbCell(new Cell(type, IpynbAttachments.Embed(source, cell.Get("attachments")), 0), null, []);

        var own = Language(cell.Get("metadata"));
        var language = own ?? header.DefaultLanguage;
        if (Magic(source, own is null) is { } magic && magic != language) (language, source) = (magic, source[(source.IndexOf('\n', StringComparison.Ordinal) + 1)..]);
        if (!Name().IsMatch(language)) throw new NotebookFormatException($"cell {number} names a language that is not a name: {language.ReplaceLineEndings(" ")}", 1);
        var outputs = cell.Get("outputs").Items().Select(o => IpynbOutputs.Read(o)).OfType<IpynbOutput>();
        return new IpynbCell(new Cell(language, source, 0), cell.Get("execution_count").Number(), [.. outputs], Seconds(cell.Get("metadata")));
    }

    // Polyglot Notebooks and its predecessor name the kernel; VS Code names the language where it is not the notebook's.
    private string? Language(JsonElement? metadata)
    {
        var name = metadata.Get("polyglot_notebook", "kernelName").Word() ?? metadata.Get("dotnet_interactive", "language").Word();
        if (name is null && metadata.Get("vscode", "languageId").Word() is { } editor && editor != "polyglot-notebook") name = editor.Replace("dotnet-interactive.", null, StringComparison.Ordinal);
        return name is null ? null : header.Kernels.FirstOrDefault(k => k.Aliases.Contains(name))?.Name ?? name;
    }

    // The first line may say the language: #!html, and %%html where the kernel is not one of .NET's.
    private string? Magic(string source, bool isAnyKernels)
    {
        var end = source.IndexOf('\n', StringComparison.Ordinal);
        if (end < 3) return null;
        var line = source[..end].TrimEnd();
        var marked = line.StartsWith("#!", StringComparison.Ordinal) || (isAnyKernels && line.StartsWith("%%", StringComparison.Ordinal));
        return marked && _names.Contains(line[2..]) ? line[2..] : null;
    }

    // Written by this program, and by JupyterLab when it is set to record times.
    private static double? Seconds(JsonElement? metadata)
    {
        if (metadata.Get(IpynbWriter.Runner, "seconds") is { ValueKind: JsonValueKind.Number } seconds && seconds.TryGetDouble(out var value) && double.IsFinite(value)) return value;
        return Time(metadata.Get("execution", "shell.execute_reply")) is { } end && (Time(metadata.Get("execution", "iopub.execute_input")) ?? Time(metadata.Get("execution", "iopub.status.busy"))) is { } start && end >= start
            ? (end - start).TotalSeconds
            : null;
    }

    private static DateTimeOffset? Time(JsonElement? element) =>
        DateTimeOffset.TryParse(element.Word(), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time : null;

    [GeneratedRegex(@"\A[\w.#+-]{1,60}\z")]
    private static partial Regex Name();
}
