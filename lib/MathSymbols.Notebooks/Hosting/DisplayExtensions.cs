using MathSymbols.Notebooks.Hosting;
using Microsoft.DotNet.Interactive;

// The engine has these in System, so that every cell sees them.
namespace System;

/// <summary>Shows values from a cell.</summary>
public static class DisplayExtensions
{
    /// <summary>Shows a value in the representations preferred for its type, or in those named.</summary>
    /// <param name="value">The value.</param>
    /// <param name="mimeTypes">MIME types, when the preferred ones are not wanted.</param>
    /// <returns>A handle on the output.</returns>
    public static DisplayedValue Display(this object? value, params string[] mimeTypes) =>
        DisplaySink.Current.Show(ValueFormatter.Format(value, mimeTypes));

    /// <summary>Shows a string as content of a MIME type, unchanged.</summary>
    /// <param name="value">The content; base64 for images.</param>
    /// <param name="mimeType">Its MIME type.</param>
    /// <returns>A handle on the output.</returns>
    public static DisplayedValue DisplayAs(this string value, string mimeType)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(mimeType);
        return DisplaySink.Current.Show(new Dictionary<string, string> { [mimeType] = value });
    }
}
