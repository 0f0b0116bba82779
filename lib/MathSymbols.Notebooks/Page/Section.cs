namespace MathSymbols.Notebooks.Page;

/// <summary>A heading and what stands below it up to the next.</summary>
/// <param name="Level">1 for a notebook's own heading.</param>
/// <param name="Number">Such as 2.3, or what the heading itself says.</param>
/// <param name="Text">The heading without markup and number.</param>
/// <param name="Id">Its anchor, unique on the page.</param>
internal sealed record Section(int Level, string Number, string Text, string Id)
{
    /// <summary>What failed or was slow below the heading.</summary>
    internal List<Mark> Marks { get; } = [];

    /// <summary>The number as a link to the section, for a reader to copy.</summary>
    internal string NumberHtml => $"<a class=\"nb-number\" href=\"#{Id}\" title=\"Link to this section\">{Number}</a>";
}
