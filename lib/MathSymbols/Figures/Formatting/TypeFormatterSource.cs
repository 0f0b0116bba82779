namespace MathSymbols.Figures.Formatting;

/// <summary>Lists a type's formatters under the name by which the notebook engine asks for them.</summary>
/// <typeparam name="T">The type that carries <see cref="TypeFormatterSourceAttribute"/>.</typeparam>
internal abstract class TypeFormatterSource<T>
    where T : class
{
    /// <summary>One entry a MIME type.</summary>
    protected abstract IEnumerable<TypeFormatter<T>> Formatters { get; }

    /// <summary>Called by the engine, through reflection.</summary>
    public IEnumerable<object> CreateTypeFormatters() => Formatters;
}
