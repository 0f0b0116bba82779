namespace MathSymbols.Figures.Formatting;

/// <summary>Says how a notebook writes values of a type. The notebook engine finds it by its name, so no package of the engine is referenced.</summary>
/// <param name="formatterSourceType">A <see cref="TypeFormatterSource{T}"/> with a constructor without parameters.</param>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class TypeFormatterSourceAttribute(Type formatterSourceType) : Attribute
{
    /// <summary>The type with CreateTypeFormatters().</summary>
    public Type FormatterSourceType { get; } = formatterSourceType;

    /// <summary>The forms shown when nothing else is asked for.</summary>
    public string[] PreferredMimeTypes { get; init; } = [];
}
