namespace MathSymbols.Tuning;

/// <summary>How far one bracket has come, when trials run one after another.</summary>
/// <param name="bracket">The bracket.</param>
internal sealed class BracketProgress(HyperbandBracket bracket)
{
    private readonly List<Trial>[] _rounds = [.. bracket.Rounds.Select(_ => new List<Trial>())];
    private readonly Dictionary<int, double?> _scores = [];
    private readonly HashSet<int> _promoted = [];

    /// <summary>Whether the first round is not full.</summary>
    public bool WantsNewTrials => _rounds[0].Count < bracket.Rounds[0].Models;

    /// <summary>The new trial of the first round for a configuration.</summary>
    public Trial Start(int number, HyperParameters hyperParameters) => Add(new(number, hyperParameters, bracket.Number, 0, 0, bracket.Rounds[0].Epochs, null));

    /// <summary>The next trial that goes on with an earlier one; null when there is none.</summary>
    public Trial? Promote(int number)
    {
        for (var round = 1; round < _rounds.Length; round++)
        {
            var candidates = Completed(round - 1).Where(t => !_promoted.Contains(t.Number)).ToList();
            if (candidates.Count <= Dropped(round - 1)) continue;
            var best = candidates[0]; // The earliest of equals.
            _promoted.Add(best.Number);
            var (_, epochs, initialEpoch) = bracket.Rounds[round];
            return Add(new(number, best.HyperParameters, bracket.Number, round, initialEpoch, epochs, best.Number));
        }

        return null;
    }

    /// <summary>Notes how a trial of this bracket ended.</summary>
    public void Finish(Trial trial, TrialOutcome outcome) => _scores[trial.Number] = outcome.Score;

    /// <summary>The finished trials that <see cref="Promote"/> may still choose, whatever the outcomes to come.</summary>
    public IEnumerable<int> PromotionCandidates()
    {
        var most = bracket.Rounds[0].Models; // How many trials the round can still come to have.
        for (var round = 0; round + 1 < _rounds.Length; round++)
        {
            var failed = _rounds[round].Count(t => _scores.TryGetValue(t.Number, out var score) && score is null);
            most = Math.Max(0, most - failed - Dropped(round));
            foreach (var trial in Completed(round).Take(most).Where(t => !_promoted.Contains(t.Number))) yield return trial.Number;
        }
    }

    /// <summary>How many trials of a round are not promoted; every failed one counts as one of the promoted that are missing.</summary>
    private int Dropped(int round) => bracket.Rounds[round].Models - bracket.Rounds[round + 1].Models;

    /// <summary>A round's trials that have a score, best first; the sort is stable.</summary>
    private IEnumerable<Trial> Completed(int round) => _rounds[round].Where(t => _scores.GetValueOrDefault(t.Number) is not null).OrderByDescending(t => _scores[t.Number]);

    private Trial Add(Trial trial)
    {
        _rounds[trial.Round].Add(trial);
        return trial;
    }
}
