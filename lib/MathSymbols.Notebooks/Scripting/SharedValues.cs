using System.Text.Json;
using MathSymbols.Notebooks.Format;
using Microsoft.DotNet.Interactive.Formatting;

namespace MathSymbols.Notebooks.Scripting;

/// <summary>The values that the C# and the value kernel hold, by name.</summary>
internal sealed class SharedValues(CSharpSession csharp)
{
    private const string Json = "application/json";

    private readonly Dictionary<string, FormattedValue> _stored = new(StringComparer.Ordinal);

    /// <summary>The names the value kernel knows.</summary>
    internal IEnumerable<string> StoredNames => _stored.Keys;

    internal void Store(string name, FormattedValue value) => _stored[name] = value;

    internal FormattedValue? Stored(string name) => _stored.GetValueOrDefault(name);

    /// <summary>Whether a kernel holds values at all.</summary>
    internal static bool IsKernel(string kernel) => KernelNames.Resolve(kernel) is Cell.CSharp or Cell.Value;

    /// <summary>Finds a value: the object itself for C#, parsed JSON or text for the value kernel.</summary>
    internal bool TryGet(string kernel, string name, out object? value)
    {
        value = null;
        if (KernelNames.Resolve(kernel) == Cell.CSharp)
        {
            var variable = csharp.Variables.LastOrDefault(v => v.Name == name);
            value = variable?.Value;
            return variable is not null;
        }
        if (!_stored.TryGetValue(name, out var stored)) return false;
        value = stored.MimeType == Json ? Parse(stored.Value) : stored.Value;
        return true;
    }

    /// <summary>A value as another kernel receives a copy of it: numbers, strings and truth values as themselves, the rest as parsed JSON.</summary>
    internal static object? Copy(object? value) => value is string text ? text : Parse(value.ToDisplayString(Json));

    private static object? Parse(string json)
    {
        var document = JsonDocument.Parse(json);
        return document.RootElement.ValueKind switch
        {
            JsonValueKind.String => document.RootElement.GetString(),
            JsonValueKind.Number => document.RootElement.GetDouble(),
            JsonValueKind.True or JsonValueKind.False => document.RootElement.GetBoolean(),
            JsonValueKind.Null => null,
            _ => document,
        };
    }
}
