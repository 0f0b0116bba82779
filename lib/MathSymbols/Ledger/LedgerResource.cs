namespace MathSymbols.Ledger;

/// <summary>Tables embedded in this assembly: a line of names, then lines of values separated by tabs.</summary>
internal static class LedgerResource
{
    /// <summary>The rows under the names.</summary>
    /// <param name="name">The file's name.</param>
    /// <param name="columns">How many values a row has.</param>
    public static IEnumerable<string[]> Rows(string name, int columns)
    {
        using var reader = new StreamReader(typeof(LedgerResource).Assembly.GetManifestResourceStream("MathSymbols.Ledger." + name)
            ?? throw new InvalidOperationException($"The resource {name} is missing from the assembly."));
        reader.ReadLine();
        while (reader.ReadLine() is { } line)
        {
            var fields = line.Split('\t');
            yield return fields.Length == columns ? fields : throw new FormatException($"{name}: a line has {fields.Length} values instead of {columns}: {line}");
        }
    }
}
