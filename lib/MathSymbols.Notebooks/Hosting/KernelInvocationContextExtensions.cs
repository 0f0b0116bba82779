using Microsoft.DotNet.Interactive.Formatting;

namespace Microsoft.DotNet.Interactive;

/// <summary>Shows values by way of the running cell's context: what libraries that were compiled for the notebook engine call.</summary>
public static class KernelInvocationContextExtensions
{
    /// <summary>Shows a value in the representations preferred for its type, or in those named.</summary>
    /// <param name="context">The running cell's.</param>
    /// <param name="value">The value.</param>
    /// <param name="mimeTypes">MIME types, when the preferred ones are not wanted.</param>
    /// <returns>A handle on the output.</returns>
    public static DisplayedValue Display(this KernelInvocationContext context, object? value, params string[] mimeTypes)
    {
        ArgumentNullException.ThrowIfNull(context);
        return context.Display(value, mimeTypes);
    }

    /// <summary>Shows a string as content of a MIME type, unchanged.</summary>
    /// <param name="context">The running cell's.</param>
    /// <param name="value">The content; base64 for images.</param>
    /// <param name="mimeType">Its MIME type.</param>
    /// <returns>A handle on the output.</returns>
    public static DisplayedValue DisplayAs(this KernelInvocationContext context, string value, string mimeType)
    {
        ArgumentNullException.ThrowIfNull(context);
        return context.DisplayAs(value, mimeType);
    }
}
