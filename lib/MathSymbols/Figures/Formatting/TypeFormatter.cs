namespace MathSymbols.Figures.Formatting;

/// <summary>Writes a value in one form. The engine calls it through reflection; the members' names are the contract.</summary>
/// <param name="mimeType">The form.</param>
/// <param name="text">The value in that form; base64 for images.</param>
internal sealed class TypeFormatter<T>(string mimeType, Func<T, string> text)
    where T : class
{
    /// <summary>The form written.</summary>
    public string MimeType { get; } = mimeType;

    /// <summary>Writes the value.</summary>
    /// <returns>False if it is not of type <typeparamref name="T"/>.</returns>
    public bool Format(object instance, TextWriter writer)
    {
        if (instance is not T value)
            return false;
        writer.Write(text(value));
        return true;
    }
}
