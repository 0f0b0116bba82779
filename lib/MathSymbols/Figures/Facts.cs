using System.Collections;
using MathSymbols.Figures.Formatting;

namespace MathSymbols.Figures;

/// <summary>A titled list of values, shown as a table and written to report.json.</summary>
/// <example><code>new Facts("split") { { "images", "Images", 10071 }, { "classes", "Classes", 19 } }</code></example>
[TypeFormatterSource(typeof(HtmlFormatters<Facts>), PreferredMimeTypes = [MimeTypes.Html])]
public sealed class Facts : IEnumerable<Fact>, IHtmlValue
{
    private readonly List<Fact> _facts = [];

    /// <summary>An empty list.</summary>
    /// <param name="name">The name under which the values stand in report.json.</param>
    /// <param name="title">What stands above the table; null for none.</param>
    /// <param name="note">Which profile, dataset and device the values come from, in one line.</param>
    public Facts(string name, string? title = null, string? note = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        Name = name;
        Title = title;
        Note = note;
    }

    /// <summary>The name in report.json.</summary>
    public string Name { get; }

    /// <summary>What stands above the table.</summary>
    public string? Title { get; }

    /// <summary>Where the values come from.</summary>
    public string? Note { get; }

    /// <summary>How many facts there are.</summary>
    public int Count => _facts.Count;

    /// <summary>The list as an HTML fragment.</summary>
    public string Html => FactsHtml.Page(this);

    /// <summary>Adds a whole number.</summary>
    /// <param name="key">Its name in report.json, unique in the list.</param>
    /// <param name="label">Its name in the table.</param>
    /// <param name="value">The number, shown with its thousands grouped.</param>
    /// <exception cref="ArgumentException">The key is empty or taken.</exception>
    public void Add(string key, string label, long value) => Add(new Fact(key, label, value));

    /// <summary>Adds a number; report.json keeps all its digits, or null for NaN and infinity.</summary>
    /// <param name="key">Its name in report.json, unique in the list.</param>
    /// <param name="label">Its name in the table.</param>
    /// <param name="value">The number.</param>
    /// <param name="format">A .NET numeric format for the table, such as <c>P2</c>.</param>
    /// <exception cref="ArgumentException">The key is empty or taken.</exception>
    public void Add(string key, string label, double value, string format = "G6") => Add(new Fact(key, label, value) { Format = format });

    /// <summary>Adds a text.</summary>
    /// <param name="key">Its name in report.json, unique in the list.</param>
    /// <param name="label">Its name in the table.</param>
    /// <param name="value">The text, shown as it stands.</param>
    /// <exception cref="ArgumentException">The key is empty or taken.</exception>
    public void Add(string key, string label, string value) => Add(new Fact(key, label, value));

    /// <summary>Adds yes or no.</summary>
    /// <param name="key">Its name in report.json, unique in the list.</param>
    /// <param name="label">Its name in the table.</param>
    /// <param name="value">Shown as yes or no, written as true or false.</param>
    /// <exception cref="ArgumentException">The key is empty or taken.</exception>
    public void Add(string key, string label, bool value) => Add(new Fact(key, label, value));

    /// <summary>Adds a list of texts.</summary>
    /// <param name="key">Its name in report.json, unique in the list.</param>
    /// <param name="label">Its name in the table.</param>
    /// <param name="values">The texts, shown separated by commas.</param>
    /// <exception cref="ArgumentException">The key is empty or taken.</exception>
    public void Add(string key, string label, IEnumerable<string> values) => Add(new Fact(key, label, values.ToArray()));

    /// <inheritdoc/>
    public IEnumerator<Fact> GetEnumerator() => _facts.GetEnumerator();

    /// <inheritdoc/>
    public override string ToString() => FactsHtml.Text(this);

    /// <inheritdoc/>
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private void Add(Fact fact)
    {
        ArgumentException.ThrowIfNullOrEmpty(fact.Key);
        if (_facts.Exists(f => f.Key == fact.Key))
            throw new ArgumentException($"The list already has a fact named '{fact.Key}'.");
        _facts.Add(fact);
    }
}
