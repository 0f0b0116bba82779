namespace MathSymbols.Data.Audit;

/// <summary>
/// How strongly two groupings go together, 0 (independent) to 1 (one gives the other): Cramér's V with the bias correction of Bergsma,
/// "A bias-correction for Cramér's V and Tschuprow's T" (2013, Journal of the Korean Statistical Society 42, 323–328).
/// </summary>
public static class CramersV
{
    /// <summary>Pearson's χ² of a table of counts.</summary>
    /// <param name="counts">Shape [rows, columns], counts from 0.</param>
    public static double ChiSquared(long[,] counts)
    {
        ArgumentNullException.ThrowIfNull(counts);
        var (rows, columns, all) = Sums(counts);
        double sum = 0;
        for (var r = 0; r < rows.Length; r++)
        {
            for (var c = 0; c < columns.Length; c++)
            {
                var expected = (double)rows[r] * columns[c] / all;
                if (expected > 0) sum += (counts[r, c] - expected) * (counts[r, c] - expected) / expected;
            }
        }

        return sum;
    }

    /// <summary>The bias-corrected V; 0 where there are not two rows and two columns with a count.</summary>
    /// <param name="counts">Shape [rows, columns], counts from 0; rows and columns without any do not matter.</param>
    public static double Of(long[,] counts)
    {
        var (rowSums, columnSums, n) = Sums(counts);
        double rows = rowSums.Count(s => s > 0), columns = columnSums.Count(s => s > 0);
        if (rows < 2 || columns < 2) return 0;

        // φ̃² = max(0, φ² − (r − 1)(c − 1)/(n − 1)), r̃ = r − (r − 1)²/(n − 1), c̃ likewise, Ṽ = √(φ̃² / min(r̃ − 1, c̃ − 1)).
        var phi = Math.Max(0, ChiSquared(counts) / n - (rows - 1) * (columns - 1) / (n - 1));
        var least = Math.Min(Corrected(rows), Corrected(columns)) - 1;
        return least <= 0 ? 0 : Math.Min(1, Math.Sqrt(phi / least));

        double Corrected(double count) => count - (count - 1) * (count - 1) / (n - 1);
    }

    private static (long[] Rows, long[] Columns, long All) Sums(long[,] counts)
    {
        var (rows, columns) = (new long[counts.GetLength(0)], new long[counts.GetLength(1)]);
        for (var r = 0; r < rows.Length; r++)
        {
            for (var c = 0; c < columns.Length; c++)
            {
                rows[r] += counts[r, c];
                columns[c] += counts[r, c];
            }
        }

        return (rows, columns, rows.Sum());
    }
}
