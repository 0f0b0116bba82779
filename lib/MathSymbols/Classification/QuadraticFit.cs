namespace MathSymbols.Classification;

/// <summary>Fits a <see cref="Quadratic"/> to points by least squares; points can be taken out again.</summary>
internal sealed class QuadraticFit
{
    private const int Terms = 6;

    // A breath of ridge makes the equations solvable for an image of one row too; a constant stays a constant.
    private const double Ridge = 1e-3;

    // Of u and v in each term.
    private static readonly (int U, int V)[] Powers = [(0, 0), (1, 0), (0, 1), (2, 0), (1, 1), (0, 2)];

    private readonly double[] _sums = new double[Terms * Terms];
    private readonly double[] _right = new double[Terms];

    /// <summary>Begins with all points of a grid.</summary>
    /// <param name="values">Their values, row by row.</param>
    /// <param name="us">Where the columns are, -1 to 1.</param>
    /// <param name="vs">Where the rows are, -1 to 1.</param>
    public static QuadraticFit OfGrid(ReadOnlySpan<byte> values, double[] us, double[] vs)
    {
        var fit = new QuadraticFit();

        // A sum over a grid of something of u times something of v is the product of two sums.
        for (var r = 0; r < Terms; r++)
        {
            for (var c = r; c < Terms; c++) fit._sums[r * Terms + c] = Sum(us, Powers[r].U + Powers[c].U) * Sum(vs, Powers[r].V + Powers[c].V);
        }

        for (var y = 0; y < vs.Length; y++)
        {
            var (sum, linear, square, v) = (0.0, 0.0, 0.0, vs[y]);
            for (var x = 0; x < us.Length; x++)
            {
                double value = values[y * us.Length + x];
                sum += value;
                linear += us[x] * value;
                square += us[x] * us[x] * value;
            }

            ReadOnlySpan<double> right = [sum, linear, v * sum, square, v * linear, v * v * sum];
            for (var r = 0; r < Terms; r++) fit._right[r] += right[r];
        }

        return fit;

        static double Sum(double[] places, int power) => places.Sum(p => Math.Pow(p, power));
    }

    /// <summary>Takes a point in.</summary>
    /// <param name="u">Where it is, -1 to 1.</param>
    /// <param name="v">Where it is, -1 to 1.</param>
    /// <param name="value">Its value.</param>
    /// <param name="weight">1; or -1 to take it out.</param>
    public void Add(double u, double v, double value, int weight)
    {
        ReadOnlySpan<double> terms = [1, u, v, u * u, u * v, v * v];
        for (var r = 0; r < Terms; r++)
        {
            var term = weight * terms[r];
            _right[r] += term * value;
            for (var c = r; c < Terms; c++) _sums[r * Terms + c] += term * terms[c];
        }
    }

    /// <summary>The surface; 0 where there is no point.</summary>
    public Quadratic Solve()
    {
        var (matrix, right) = (new double[Terms, Terms], _right.ToArray());
        for (var r = 0; r < Terms; r++)
        {
            for (var c = r; c < Terms; c++) matrix[r, c] = matrix[c, r] = _sums[r * Terms + c];
        }

        for (var r = 1; r < Terms; r++) matrix[r, r] += Ridge * Math.Max(matrix[0, 0], 1);
        if (matrix[0, 0] == 0) matrix[0, 0] = 1;
        Eliminate(matrix, right);
        return new(right[0], right[1], right[2], right[3], right[4], right[5]);
    }

    // Gaussian elimination; the matrix is symmetric and positive, so no row needs to be exchanged.
    private static void Eliminate(double[,] matrix, double[] right)
    {
        for (var pivot = 0; pivot < Terms; pivot++)
        {
            for (var r = pivot + 1; r < Terms; r++)
            {
                var factor = matrix[r, pivot] / matrix[pivot, pivot];
                for (var c = pivot; c < Terms; c++) matrix[r, c] -= factor * matrix[pivot, c];
                right[r] -= factor * right[pivot];
            }
        }

        for (var r = Terms - 1; r >= 0; r--)
        {
            for (var c = r + 1; c < Terms; c++) right[r] -= matrix[r, c] * right[c];
            right[r] /= matrix[r, r];
        }
    }
}
