using Microsoft.DotNet.Interactive.Formatting;

namespace MathSymbols.Notebooks.Hosting;

/// <summary>A value's representations by MIME type, as the Formatting package makes them.</summary>
internal static class ValueFormatter
{
    internal static IReadOnlyDictionary<string, string> Format(object? value, IReadOnlyCollection<string> mimeTypes)
    {
        var wanted = mimeTypes is { Count: > 0 } ? mimeTypes : Formatter.GetPreferredMimeTypesFor(value?.GetType());
        var data = new Dictionary<string, string>();
        foreach (var mimeType in wanted.Distinct()) data[mimeType] = value.ToDisplayString(mimeType);
        return data;
    }
}
