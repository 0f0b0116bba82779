namespace MathSymbols.Figures;

/// <summary>Files embedded in this assembly.</summary>
internal static class Resource
{
    /// <summary>The text of an embedded file of Figures/Web.</summary>
    public static string Text(string name)
    {
        using var reader = new StreamReader(Open("Web." + name));
        return reader.ReadToEnd().Trim();
    }

    /// <summary>An embedded file, named from the folder Figures on.</summary>
    public static Stream Open(string name) => typeof(Resource).Assembly.GetManifestResourceStream("MathSymbols.Figures." + name)
        ?? throw new InvalidOperationException($"The resource {name} is missing from the assembly.");
}
