namespace MathSymbols.Data.Synthetic;

/// <summary>All that is known of a class before a hand writes it.</summary>
/// <param name="Name">The class name, which is also its folder's.</param>
/// <param name="Layout">Its usual size and place.</param>
/// <param name="Skeletons">The ways to write it.</param>
internal sealed record SymbolTemplate(string Name, SymbolLayout Layout, params Skeleton[] Skeletons)
{
    /// <summary>The 19 classes in ordinal order.</summary>
    public static IReadOnlyList<SymbolTemplate> All { get; } =
        [.. Digits.All.Concat(Operators.All).Concat(Letters.All).OrderBy(t => t.Name, StringComparer.Ordinal)];

    private static readonly Dictionary<string, SymbolTemplate> ByName = All.ToDictionary(t => t.Name, StringComparer.Ordinal);

    /// <summary>The template of a class.</summary>
    /// <exception cref="ArgumentException">There is no such class.</exception>
    public static SymbolTemplate Find(string className)
    {
        ArgumentNullException.ThrowIfNull(className);
        return ByName.TryGetValue(className, out var template)
            ? template
            : throw new ArgumentException($"There is no class '{className}'. The classes are {string.Join(", ", All.Select(t => t.Name))}.", nameof(className));
    }
}
