using System.Globalization;
using MathSymbols.Evaluation;

namespace MathSymbols.Ledger;

/// <summary>A run's side of a row.</summary>
/// <param name="Text">The value for people; a dash where there is none.</param>
/// <param name="Interval">Its 95 % interval; null where there is none, or more than one.</param>
/// <param name="Verdict">Whether it agrees with the report.</param>
public sealed record LedgerCell(string Text, Interval? Interval, Verdict Verdict)
{
    internal static LedgerCell Of(ReportFigure figure, Measured? measured)
    {
        var text = measured switch
        {
            null => "–",
            { Text: { } own } => own,
            { Number: { } number } => figure.Number?.Like(number) ?? number.ToString("0.####", CultureInfo.InvariantCulture),
            _ => "–",
        };
        return new(text, measured?.Intervals is [var only] ? only : null, Agreement.Of(figure, measured));
    }
}
