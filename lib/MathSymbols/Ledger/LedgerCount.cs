using System.Globalization;

namespace MathSymbols.Ledger;

/// <summary>How many figures came out how.</summary>
/// <param name="Agrees">Figures that agree with the report.</param>
/// <param name="Differs">Figures that do not.</param>
/// <param name="NotComparable">Figures shown and not compared.</param>
/// <param name="Missing">Figures with nothing to compare them with.</param>
public sealed record LedgerCount(int Agrees, int Differs, int NotComparable, int Missing)
{
    /// <summary>All of them.</summary>
    public int Total => Agrees + Differs + NotComparable + Missing;

    /// <summary>Counts one side of some rows.</summary>
    /// <param name="cells">The cells.</param>
    public static LedgerCount Of(IEnumerable<LedgerCell> cells)
    {
        var counts = cells.CountBy(c => c.Verdict).ToDictionary();
        int Count(Verdict verdict) => counts.GetValueOrDefault(verdict);
        return new(Count(Verdict.Agrees), Count(Verdict.Differs), Count(Verdict.NotComparable), Count(Verdict.Missing));
    }

    /// <summary>"agrees in 20, differs in 3 (5 not compared, 2 missing)".</summary>
    public override string ToString()
    {
        string[] rest = [.. NotComparable > 0 ? [string.Create(CultureInfo.InvariantCulture, $"{NotComparable} not compared")] : (string[])[], .. Missing > 0 ? [string.Create(CultureInfo.InvariantCulture, $"{Missing} missing")] : (string[])[]];
        return string.Create(CultureInfo.InvariantCulture, $"agrees in {Agrees}, differs in {Differs}{(rest.Length > 0 ? $" ({string.Join(", ", rest)})" : "")}");
    }
}
