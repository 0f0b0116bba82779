namespace MathSymbols.Notebooks.Page;

/// <summary>The page's own style sheet and script.</summary>
internal static class PageResources
{
    internal static string Style => Read("report.css");

    internal static string Script => Read("report.js");

    private static string Read(string name)
    {
        using var stream = typeof(PageResources).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"{name} is not in the assembly.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
