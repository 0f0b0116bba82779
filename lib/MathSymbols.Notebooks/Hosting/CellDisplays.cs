using MathSymbols.Notebooks.Hosting;
using Microsoft.DotNet.Interactive.Formatting;
using Microsoft.DotNet.Interactive.Formatting.TabularData;

// In no namespace: so cells find these before those of the same names in System, which hand out
// another object than the one they show, so that its update would go nowhere.
#pragma warning disable CA1050

/// <summary>Shows values from a cell.</summary>
public static class CellDisplays
{
    /// <summary>Shows a value in the representations preferred for its type, or in those named.</summary>
    /// <param name="value">The value.</param>
    /// <param name="mimeTypes">MIME types, when the preferred ones are not wanted.</param>
    /// <returns>A handle on the output.</returns>
    public static DisplayedValue Display(this object? value, params string[] mimeTypes) =>
        DisplaySink.Current.Show(new DisplayedValue(value, FormattedValue.CreateManyFromObject(value, mimeTypes)));

    /// <summary>Shows a string as content of a MIME type, unchanged.</summary>
    /// <param name="value">The content; base64 for images.</param>
    /// <param name="mimeType">Its MIME type.</param>
    /// <returns>A handle on the output.</returns>
    public static DisplayedValue DisplayAs(this string value, string mimeType)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(mimeType);
        return DisplaySink.Current.Show(new DisplayedValue(value, [new FormattedValue(mimeType, value)]));
    }

    /// <summary>Shows objects as the rows of a table.</summary>
    /// <typeparam name="T">The objects' type, whose properties are the columns.</typeparam>
    /// <param name="source">The objects.</param>
    /// <param name="mimeTypes">MIME types, when the preferred ones are not wanted.</param>
    /// <returns>A handle on the output.</returns>
    public static DisplayedValue DisplayTable<T>(this IEnumerable<T> source, params string[] mimeTypes) =>
        source.ToTabularDataResource().Display(mimeTypes);
}
