using System.Text.Encodings.Web;
using System.Text.Json;

namespace MathSymbols.Storage;

/// <summary>How JSON files that people read too are written: indented, the same on every platform.</summary>
internal static class JsonText
{
    /// <summary>Not for HTML: what is harmless in a file is not escaped.</summary>
    public static JsonSerializerOptions Readable { get; } = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, NewLine = "\n" };
}
