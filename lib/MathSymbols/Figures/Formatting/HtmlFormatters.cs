namespace MathSymbols.Figures.Formatting;

/// <summary>How the notebook engine writes a value that has an HTML form and a text.</summary>
/// <typeparam name="T">The value's type.</typeparam>
internal sealed class HtmlFormatters<T> : TypeFormatterSource<T>
    where T : class, IHtmlValue
{
    /// <inheritdoc/>
    protected override IEnumerable<TypeFormatter<T>> Formatters =>
    [
        new(MimeTypes.Html, value => value.Html),
        new(MimeTypes.Text, value => value.ToString()!),
    ];
}
