namespace MathSymbols.Ledger;

/// <summary>
/// When a run agrees with the report. Counts and words: when they are equal. A number that was rounded: when ours is printed alike. A number from images: when one that is printed like
/// the report's lies in our 95 % interval. The report's own chance is left out: it measured the same images, so the two are not independent.
/// </summary>
public static class Agreement
{
    /// <summary>Compares.</summary>
    /// <param name="figure">The report's figure.</param>
    /// <param name="measured">The run's; null when there is none.</param>
    public static Verdict Of(ReportFigure figure, Measured? measured)
    {
        ArgumentNullException.ThrowIfNull(figure);
        if (measured is null) return Verdict.Missing;
        if (figure.Kind is FigureKind.Shown or FigureKind.Own || measured.Remark is not null) return Verdict.NotComparable;
        if (figure.Kind is FigureKind.Count or FigureKind.Word) return Either(measured.Compared == figure.Value);
        if (figure.Number is not { } printed) throw new ArgumentException($"The figure {figure.Id} is of the kind {figure.Kind} and has no decimals.", nameof(figure));
        if (figure.Kind == FigureKind.Rounded) return Either(measured.Number is { } number && printed.Covers(number));
        return measured.Intervals.Count == 0 ? Verdict.NotComparable : Either(measured.Intervals.All(printed.Overlaps));
    }

    private static Verdict Either(bool same) => same ? Verdict.Agrees : Verdict.Differs;
}
