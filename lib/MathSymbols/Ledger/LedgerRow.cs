namespace MathSymbols.Ledger;

/// <summary>One figure of the report beside what two runs give.</summary>
/// <param name="Figure">The report's figure.</param>
/// <param name="This">This run's.</param>
/// <param name="Full">The committed full run's.</param>
/// <param name="Reason">Why they differ or cannot be compared, in one line; null where both agree and there is nothing to say.</param>
public sealed record LedgerRow(ReportFigure Figure, LedgerCell This, LedgerCell Full, string? Reason);
