using Microsoft.DotNet.Interactive.Formatting;

namespace Microsoft.DotNet.Interactive;

/// <summary>What the running cell can ask about its run, by the name the notebook engine gives it.</summary>
public sealed class KernelInvocationContext
{
    internal KernelInvocationContext(CancellationToken cancellationToken) => CancellationToken = cancellationToken;

    /// <summary>The running cell's; null while none runs.</summary>
    public static KernelInvocationContext? Current { get; internal set; }

    /// <summary>Cancelled when the cell is to end: at a person's Ctrl-C, or over a limit.</summary>
    public CancellationToken CancellationToken { get; }

    // Methods of its own: in a cell the extension of every object would come before one for this type alone.
#pragma warning disable CA1822

    /// <summary>Shows a value in the representations preferred for its type, or in those named.</summary>
    /// <param name="value">The value.</param>
    /// <param name="mimeTypes">MIME types, when the preferred ones are not wanted.</param>
    /// <returns>A handle on the output.</returns>
    public DisplayedValue Display(object? value, params string[] mimeTypes) => value.Display(mimeTypes);

    /// <summary>Shows a string as content of a MIME type, unchanged.</summary>
    /// <param name="value">The content; base64 for images.</param>
    /// <param name="mimeType">Its MIME type.</param>
    /// <returns>A handle on the output.</returns>
    public DisplayedValue DisplayAs(string value, string mimeType) => value.DisplayAs(mimeType);
}
