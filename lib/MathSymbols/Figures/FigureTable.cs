namespace MathSymbols.Figures;

/// <summary>The numbers behind a figure.</summary>
/// <param name="Columns">The columns' names.</param>
/// <param name="Rows">One entry a row, each with as many values as there are columns: text, whole numbers or doubles.</param>
public sealed record FigureTable(IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<object>> Rows);
