namespace MathSymbols.Notebooks.Page;

/// <summary>The page's own style sheets and scripts, in the order in which they count.</summary>
internal static class PageResources
{
    internal static string Style => Read("colours.css", "page.css", "cells.css", "print.css");

    /// <summary>For the head, so that the page never shows in the wrong colours first.</summary>
    internal static string HeadScript => Read("choices.js", "theme.js");

    /// <summary>For the end of the body.</summary>
    internal static string Script => Read("code.js", "contents.js", "scroll.js", "copy.js");

    private static string Read(params string[] names) => string.Concat(names.Select(Read));

    private static string Read(string name)
    {
        using var stream = typeof(PageResources).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"{name} is not in the assembly.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
