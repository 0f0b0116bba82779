using Microsoft.AspNetCore.Html;
using Microsoft.DotNet.Interactive.Formatting;

namespace Microsoft.DotNet.Interactive;

/// <summary>What a cell can call without a using, by the names the notebook engine gives it.</summary>
public static class Kernel
{
    private const string NoInput = "A notebook that runs without an editor has nobody to ask: take the value from an environment variable or a file instead of asking for ";

    /// <summary>Shows a value; the result can replace it later.</summary>
    /// <param name="value">The value.</param>
    /// <param name="mimeTypes">The representations to show; by default those preferred for the value's type.</param>
    /// <returns>A handle on the output.</returns>
    public static DisplayedValue display(object? value, params string[] mimeTypes) => value.Display(mimeTypes);

    /// <summary>Marks a string as HTML, to be shown as it is.</summary>
    /// <param name="content">The markup.</param>
    /// <returns>Content that formats as itself.</returns>
    public static IHtmlContent HTML(string content) => new HtmlString(content);

    /// <summary>Shows a script, which runs where the page is read.</summary>
    /// <param name="scriptContent">JavaScript.</param>
    public static void Javascript(string scriptContent) =>
        new HtmlString($"<script type=\"text/javascript\">{scriptContent}</script>").Display("text/html");

    /// <summary>Adds style rules to the page.</summary>
    /// <param name="content">CSS.</param>
    public static void CSS(string content) => new HtmlString($"<style>{content}</style>").Display("text/html");

    /// <summary>Asks the person at the editor; here it fails with a sentence.</summary>
    /// <param name="prompt">The question.</param>
    /// <param name="typeHint">What kind of answer is wanted.</param>
    /// <returns>Nothing: there is nobody to answer.</returns>
    public static Task<string> GetInputAsync(string prompt = "", string typeHint = "text") =>
        throw new NotSupportedException($"{NoInput}{(prompt.Length > 0 ? prompt : typeHint)}.");

    /// <summary>Asks for a secret; here it fails with a sentence.</summary>
    /// <param name="prompt">The question.</param>
    /// <returns>Nothing: there is nobody to answer.</returns>
    public static Task<string> GetPasswordAsync(string prompt = "") =>
        throw new NotSupportedException($"{NoInput}{(prompt.Length > 0 ? prompt : "a password")}.");
}
