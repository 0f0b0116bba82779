using System.Globalization;
using System.Text.RegularExpressions;
using MathSymbols.Notebooks.Events;
using MathSymbols.Notebooks.Format.Ipynb;
using MathSymbols.Notebooks.Page;
using MathSymbols.Notebooks.Progress;
using MathSymbols.Notebooks.Running;

namespace MathSymbols.Notebooks.Reports;

/// <summary>A cell's error as an editor shows it, and back.</summary>
internal static partial class ErrorOutput
{
    private const string Runtime = "runtime";
    private const string Compile = "compile";

    // What an editor of .NET notebooks writes for every error.
    private const string Unnamed = "Error";

    internal static IpynbError Write(CellRun? cell, CellError error)
    {
        var type = error.Kind == Runtime ? TypeName().Match(error.Message) : Match.Empty;
        var lines = error.Message.Split('\n').ToList();
        if (Wording.Place(cell, error) is { Length: > 0 } place) lines.Add(error.Code is null ? place : $"{place}: {error.Code.Trim()}");
        lines.AddRange(error.Stack ?? []);
        return new IpynbError(type.Success ? type.Groups["type"].Value : error.Kind, error.Message[type.Length..], lines);
    }

    /// <param name="error">As it was saved.</param>
    /// <param name="source">The text of its cell.</param>
    internal static CellError Read(IpynbError error, string source)
    {
        var isKind = error.Name.Length > 0 && error.Name.All(char.IsAsciiLetterLower);
        // The notebook engine's message goes on with the stack.
        var lines = ConsoleText.Clean(error.Value).Split('\n');
        if (!isKind && Diagnostic().Match(lines[0]) is { Success: true } first) return Compilation(lines, Line(first), source);
        var value = string.Join('\n', lines.TakeWhile(l => !IsFrame(l)));
        var message = isKind || error.Name is "" or Unnamed ? value : $"{error.Name}: {value}";
        var said = message.Split('\n').ToHashSet(StringComparer.Ordinal);
        // An editor may write several lines as one.
        var trace = error.Traceback.All(string.IsNullOrWhiteSpace) ? lines : ConsoleText.Clean(string.Join('\n', error.Traceback)).Split('\n');
        var stack = trace.SkipWhile(l => said.Contains(l) || string.IsNullOrWhiteSpace(l)).ToList();
        if (message.Length == 0) message = stack.FirstOrDefault() ?? Unnamed;
        var kind = isKind ? error.Name : Runtime;
        if (stack.Count == 0 || Place().Match(stack[0]) is not { Success: true } place) return new CellError(kind, message, Stack: stack);
        var file = place.Groups["file"] is { Success: true } name ? name.Value : null;
        return new CellError(kind, message, file, Line(place), place.Groups["code"] is { Success: true } code ? code.Value : null, stack[1..]);
    }

    // The notebook engine's, in the words of this program's own.
    private static CellError Compilation(string[] lines, int? line, string source)
    {
        var texts = lines.Index().Select(l => Diagnostic().Replace(l.Item, l.Index == 0 ? "${text}" : "line ${line}: ${text}"));
        var code = source.Split('\n').ElementAtOrDefault((line ?? 0) - 1);
        return new CellError(Compile, string.Join('\n', texts).TrimEnd(), Line: line, Code: code);
    }

    private static bool IsFrame(string line) => line.StartsWith("   at ", StringComparison.Ordinal);

    private static int? Line(Match place) => int.TryParse(place.Groups["line"].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var line) ? line : null;

    [GeneratedRegex(@"\A\((?<line>\d{1,9}),\d+\): error (?<text>CS\d+: .*)\z")]
    private static partial Regex Diagnostic();

    [GeneratedRegex(@"\A(?<type>[\w.+`]+): ")]
    private static partial Regex TypeName();

    [GeneratedRegex(@"\Acell \d+(, (?!line \d)(?<file>.+?))?(, line (?<line>\d{1,9}))?(: (?<code>.*))?\z")]
    private static partial Regex Place();
}
