namespace MathSymbols.Figures.Audit;

/// <summary>A part of an <see cref="AuditPage"/>.</summary>
/// <param name="Id">Where a link in the page leads.</param>
/// <param name="Title">What stands above it.</param>
/// <param name="Text">What it is about, in a sentence or two.</param>
/// <param name="Content">HTML.</param>
internal sealed record AuditSection(string Id, string Title, string Text, string Content);
