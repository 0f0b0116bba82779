namespace MathSymbols.Tuning;

/// <summary>How many models Hyperband trains for how many epochs (Li et al., JMLR 18, 2018), in the numbers of Keras Tuner, which differ from the paper's.</summary>
public sealed class HyperbandSchedule
{
    /// <summary>The schedule of one pass over all brackets.</summary>
    /// <param name="maxEpochs">Epochs of a model that is never dropped, at least 1.</param>
    /// <param name="factor">By how much a round has fewer models and more epochs than the one before it, at least 2.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is less than that.</exception>
    public HyperbandSchedule(int maxEpochs, int factor)
    {
        if (maxEpochs < 1) throw new ArgumentOutOfRangeException(nameof(maxEpochs), maxEpochs, "Hyperband needs at least 1 epoch.");
        if (factor < 2) throw new ArgumentOutOfRangeException(nameof(factor), factor, "Hyperband's factor is at least 2.");
        (MaxEpochs, Factor) = (maxEpochs, factor);

        var count = 0;
        for (double epochs = maxEpochs; epochs >= 1; epochs /= factor) count++;
        Brackets = [.. Enumerable.Range(0, count).Reverse().Select(Bracket)];
        TotalEpochs = Brackets.SelectMany(b => b.Rounds).Sum(r => (long)r.Models * (r.Epochs - r.InitialEpoch));
    }

    /// <summary>Epochs of a model that is never dropped.</summary>
    public int MaxEpochs { get; }

    /// <summary>By how much a round has fewer models and more epochs than the one before it.</summary>
    public int Factor { get; }

    /// <summary>The brackets in the order they are run: the one that halves most comes first.</summary>
    public IReadOnlyList<HyperbandBracket> Brackets { get; }

    /// <summary>Epochs trained when every round is filled. A promoted model goes on where it was, so that the epochs it had are not counted again.</summary>
    public long TotalEpochs { get; }

    private HyperbandBracket Bracket(int number) =>
        new(number, [.. Enumerable.Range(0, number + 1).Select(r => new HyperbandRound(Models(number, r), Epochs(number, r), r == 0 ? 0 : Epochs(number, r - 1)))]);

    // Both in Keras Tuner's order of floating-point operations: another order rounds up where this one does not.
    private int Models(int bracket, int round)
    {
        var last = Math.Ceiling(1 + Math.Log(MaxEpochs, Factor)) / (bracket + 1);
        return (int)Math.Ceiling(last * Power(bracket - round));
    }

    private int Epochs(int bracket, int round) => (int)Math.Ceiling(MaxEpochs / Power(bracket - round));

    private double Power(int exponent)
    {
        var power = 1.0; // Exact, which Math.Pow does not promise.
        for (var i = 0; i < exponent; i++) power *= Factor;
        return power;
    }
}
