using System.Text;

namespace MathSymbols.Notebooks.Running;

/// <summary>Something a cell put out.</summary>
internal abstract class CellOutput;

/// <summary>A shown value; an update replaces its data.</summary>
internal sealed class DisplayOutput(IReadOnlyDictionary<string, string> data) : CellOutput
{
    internal IReadOnlyDictionary<string, string> Data { get; set; } = data;
}

/// <summary>Printed text.</summary>
internal sealed class TextOutput(TextOrigin origin) : CellOutput
{
    private readonly StringBuilder _text = new();

    internal TextOrigin Origin { get; } = origin;

    internal string Text => _text.ToString();

    internal void Append(ReadOnlySpan<char> text) => _text.Append(text);
}

/// <summary>Where printed text came from.</summary>
internal enum TextOrigin
{
    /// <summary>Console.Out, or native code on the process's standard output.</summary>
    Output,

    /// <summary>Console.Error.</summary>
    Error,

    /// <summary>The process's own standard error: native code, the runtime.</summary>
    Process,
}
