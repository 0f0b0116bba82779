using System.Text.RegularExpressions;

namespace MathSymbols.Ledger;

/// <summary>What is to be said of some figures whatever the run, from the file reasons.tsv in this assembly.</summary>
/// <param name="Figures">Their ids; an asterisk stands for any characters.</param>
/// <param name="Always">Whether it is said where all agree, too.</param>
/// <param name="Text">One or two sentences.</param>
internal sealed record CuratedReason(string Figures, bool Always, string Text)
{
    private const int Columns = 3;

    private static readonly Lazy<IReadOnlyList<(Regex Pattern, CuratedReason Reason)>> Read = new(() =>
        [.. LedgerResource.Rows("reasons.tsv", Columns).Select(r => (Pattern(r[0]), new CuratedReason(r[0], r[1] == "always", r[2])))]);

    /// <summary>All of them.</summary>
    public static IEnumerable<CuratedReason> All => Read.Value.Select(r => r.Reason);

    /// <summary>The first that speaks of a figure; null when none does.</summary>
    public static CuratedReason? For(string id) => Read.Value.FirstOrDefault(r => r.Pattern.IsMatch(id)).Reason;

    private static Regex Pattern(string figures) => new($"^{Regex.Escape(figures).Replace("\\*", ".*", StringComparison.Ordinal)}$", RegexOptions.CultureInvariant);
}
