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
    internal TextOrigin Origin { get; } = origin;

    /// <summary>Enough for any person to read; a loop that prints without end must not take the report with it.</summary>
    internal const int Most = 1 << 20;

    private readonly StringBuilder _text = new();
    private long _left;

    internal string Text => _left == 0 ? _text.ToString() : $"{_text}\n… {_left} more characters were printed and are left out here.";

    internal void Append(string text)
    {
        var taken = Math.Min(text.Length, Most - _text.Length);
        _text.Append(text, 0, taken);
        _left += text.Length - taken;
    }
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
