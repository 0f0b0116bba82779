namespace MathSymbols.Tuning;

/// <summary>
/// Says what a Hyperband search trains next, one trial at a time: Keras Tuner's HyperbandOracle with one worker. It depends on nothing but the seed and the outcomes,
/// so that a search is resumed by <see cref="Replay"/> of its finished trials. Not thread-safe.
/// </summary>
public sealed class HyperbandOracle
{
    private const int MaxCollisions = 20; // Keras Tuner's number.

    private readonly SearchSpace _space;
    private readonly SeededDraws _draws;
    private readonly Queue<HyperbandBracket> _ahead;
    private readonly HashSet<HyperParameters> _tried = [];
    private readonly List<(Trial, TrialOutcome)> _finished = [];
    private BracketProgress _bracket;

    /// <summary>A search that has not begun.</summary>
    /// <param name="space">What to search; at least one hyper-parameter.</param>
    /// <param name="schedule">How many models, for how many epochs.</param>
    /// <param name="seed">The seed of the first draw, at least 0.</param>
    /// <param name="iterations">How many times all brackets are run, at least 1.</param>
    /// <exception cref="ArgumentException">The space is empty, or a number is less than that.</exception>
    public HyperbandOracle(SearchSpace space, HyperbandSchedule schedule, int seed, int iterations = 1)
    {
        ArgumentNullException.ThrowIfNull(space);
        ArgumentNullException.ThrowIfNull(schedule);
        if (space.Dimensions.Count == 0) throw new ArgumentException("The search space has no hyper-parameters: add at least one.", nameof(space));
        if (iterations < 1) throw new ArgumentOutOfRangeException(nameof(iterations), iterations, "A search has at least 1 iteration.");
        _space = space;
        _draws = new(seed);
        _ahead = new(Enumerable.Repeat(schedule.Brackets, iterations).SelectMany(b => b));
        _bracket = new(_ahead.Dequeue());
    }

    /// <summary>The trial that <see cref="Next"/> gave and that has not been reported; null when there is none.</summary>
    public Trial? Running { get; private set; }

    /// <summary>The trials reported so far, in order.</summary>
    public IReadOnlyList<(Trial Trial, TrialOutcome Outcome)> Finished => _finished;

    /// <summary>Why the search is over; null until <see cref="Next"/> has found that it is.</summary>
    public SearchStop? Stopped { get; private set; }

    /// <summary>
    /// Numbers of the finished trials whose weights may still be needed: those that a later trial may start from, whatever the outcomes to come, and the one that the
    /// running trial started from. The weights of all others can be deleted.
    /// </summary>
    public IReadOnlySet<int> PromotionCandidates
    {
        get
        {
            if (Stopped is not null) return new HashSet<int>();
            var numbers = _bracket.PromotionCandidates().ToHashSet();
            if (Running?.WarmStartFrom is { } source) numbers.Add(source);
            return numbers;
        }
    }

    /// <summary>The next trial; null when the search is over.</summary>
    /// <exception cref="InvalidOperationException">The trial before has not been reported.</exception>
    public Trial? Next()
    {
        if (Running is not null) throw new InvalidOperationException($"Trial {Running.Number} has not been reported: report it before asking for the next one.");
        if (Stopped is not null) return null;
        Running = Choose();
        return Running;
    }

    /// <summary>Tells how the running trial ended.</summary>
    /// <param name="trial">The trial that <see cref="Next"/> gave.</param>
    /// <param name="outcome">Its score or failure.</param>
    /// <exception cref="InvalidOperationException">It is not the running trial.</exception>
    public void Report(Trial trial, TrialOutcome outcome)
    {
        ArgumentNullException.ThrowIfNull(trial);
        ArgumentNullException.ThrowIfNull(outcome);
        if (trial != Running) throw new InvalidOperationException($"Trial {trial.Number} is not the one running: report a trial once, after it was given.");
        _bracket.Finish(trial, outcome);
        _finished.Add((trial, outcome));
        Running = null;
    }

    /// <summary>Takes up a search where its finished trials end.</summary>
    /// <param name="finished">The trials and their outcomes, in order, from the first that this oracle has not given yet.</param>
    /// <exception cref="InvalidOperationException">A trial is running.</exception>
    /// <exception cref="TuningException">They are not the trials of this search; the oracle is then of no more use.</exception>
    public void Replay(IEnumerable<(Trial Trial, TrialOutcome Outcome)> finished)
    {
        ArgumentNullException.ThrowIfNull(finished);
        foreach (var (trial, outcome) in finished)
        {
            const string Advice = "start a new search, or restore the settings it was made with";
            var next = Next() ?? throw new TuningException($"The stored trial {trial.Number} cannot be resumed, because this search is over before it: {Advice}.");
            if (next != trial) throw new TuningException($"The stored search is another one: it has {Text(trial)} where this one has {Text(next)}; {Advice}.");
            Report(next, outcome);
        }
    }

    // Keras Tuner keeps a list of open brackets, for workers side by side. When trials run one after another, a bracket that can neither take a new trial nor promote
    // one never can again, because nothing of it is running: so it is left behind, full or, after failures, not.
    private Trial? Choose()
    {
        var number = _finished.Count;
        while (true)
        {
            if (_bracket.WantsNewTrials) return Draw() is { } drawn ? _bracket.Start(number, drawn) : Stop(SearchStop.Collisions);
            if (_bracket.Promote(number) is { } promoted) return promoted;
            if (_ahead.Count == 0) return Stop(SearchStop.BracketsDone);
            _bracket = new(_ahead.Dequeue());
        }
    }

    private HyperParameters? Draw()
    {
        for (var collisions = 0; collisions <= MaxCollisions; collisions++)
        {
            var drawn = _space.Sample(_draws);
            if (_tried.Add(drawn)) return drawn;
        }

        return null;
    }

    private Trial? Stop(SearchStop reason)
    {
        Stopped = reason;
        return null;
    }

    private static string Text(Trial trial)
    {
        var source = trial.WarmStartFrom is { } number ? $" after trial {number}" : "";
        return $"trial {trial.Number} ({trial.HyperParameters}; bracket {trial.Bracket}, round {trial.Round}, epochs {trial.InitialEpoch} to {trial.Epochs}{source})";
    }
}
