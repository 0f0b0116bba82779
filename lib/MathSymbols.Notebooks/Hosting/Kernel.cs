using Microsoft.AspNetCore.Html;

namespace Microsoft.DotNet.Interactive;

/// <summary>What a cell can call without a using, by the names the notebook engine gives it.</summary>
public static class Kernel
{
    /// <summary>Shows a value; the result can replace it later.</summary>
    /// <param name="value">The value.</param>
    /// <param name="mimeTypes">The representations to show; by default those preferred for the value's type.</param>
    /// <returns>A handle on the output.</returns>
    public static DisplayedValue display(object? value, params string[] mimeTypes) => value.Display(mimeTypes);

    /// <summary>Marks a string as HTML, to be shown as it is.</summary>
    /// <param name="content">The markup.</param>
    /// <returns>Content that formats as itself.</returns>
    public static IHtmlContent HTML(string content) => new HtmlString(content);
}
