using MathSymbols.Notebooks.Events;

namespace MathSymbols.Notebooks.Scripting;

/// <summary>The magic commands this program knows: a table that grows.</summary>
internal static class MagicCommands
{
    internal delegate Task Handler(NotebookKernel kernel, Segment segment, CellSource source);

    private static readonly Dictionary<string, Handler> Table = new(StringComparer.Ordinal)
    {
        ["#!csharp"] = (_, _, _) => Task.CompletedTask,
        ["#!import"] = Import.RunAsync,
    };

    internal static Task RunAsync(NotebookKernel kernel, Segment segment, CellSource source)
    {
        if (Table.TryGetValue(segment.Command!, out var handler)) return handler(kernel, segment, source);
        var message = segment.Command == "#r"
            ? $"{source.Label}, line {segment.Line}: packages (#r \"nuget: …\") are not supported here; reference a DLL instead."
            : $"{source.Label}, line {segment.Line}: the magic command {segment.Command} is not known here.";
        throw Failure(message, segment, source);
    }

    internal static CellFailure Failure(string message, Segment segment, CellSource source) =>
        new(new CellError("magic", message, source.Imported ? source.Label : null, segment.Line, segment.Text.Trim()));
}
