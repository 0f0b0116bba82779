using MathSymbols.Data;
using MathSymbols.Models;
using MathSymbols.Storage;
using MathSymbols.Tests.Support;
using MathSymbols.Tuning;
using Xunit;

namespace MathSymbols.Tests.Tuning;

/// <summary>A whole search in a second or two: tiny images, a tiny model, any number of configurations.</summary>
internal sealed class SmallSearch : IDisposable
{
    public static readonly SearchSpace Space = new SearchSpace().Choice("activation", "relu", "tanh").Float("learning_rate", 1e-3, 1, log: true);

    private readonly TemporaryFolder _folder = new();
    private readonly ImageFolder _images;
    private readonly PixelStore _store;

    public SmallSearch()
    {
        _images = SampleImages.Write(_folder["images"], 12, "a", "b", "c");
        _store = PixelStore.Open(_images, 8, new WorkFolder(_folder["work"]), cancellation: Stop);
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>Models built so far.</summary>
    public int Builds { get; private set; }

    /// <summary>The model built last.</summary>
    public TinyModel? Model { get; private set; }

    /// <summary>Called before each pass of a model over a batch.</summary>
    public Action? BeforeForward { get; set; }

    public string this[params string[] parts] => _folder[parts];

    public HyperbandTuner Tuner(int maxEpochs, SearchSpace? space = null) => new(Build, space ?? Space, maxEpochs, 3);

    public SearchResult Run(string name, int maxEpochs, SearchSpace? space = null, Action<SearchProgress>? progress = null, int seed = 5, CancellationToken? stop = null) => Tuner(maxEpochs, space).Search(
        new PixelLoader(_store, _images, [.. Enumerable.Range(0, 36).Where(i => i % 3 > 0)], batchSize: 7, shuffleSeed: seed),
        new PixelLoader(_store, _images, [.. Enumerable.Range(0, 36).Where(i => i % 3 == 0)], batchSize: 7),
        new TrialStore(_folder[name]),
        new SearchOptions { Seed = seed, Progress = progress, Identity = new Dictionary<string, string> { ["data"] = "tiny" } },
        stop ?? Stop);

    /// <summary>All that must be equal in two runs of one search: everything but the time they took.</summary>
    public static IEnumerable<string> Facts(SearchResult result) =>
        [.. result.Trials.Select(t => $"{t.Trial} {t.Outcome.Score:R} {t.Outcome.Failure} {string.Join(' ', t.History.Epochs.Select(e => $"{e.Epoch} {e.Loss:R} {e.Accuracy:R} {e.ValidationLoss:R} {e.ValidationAccuracy:R}"))}")];

    public CompiledModel Build(HyperParameters values)
    {
        Builds++;
        Model = new TinyModel(3, values.Get<string>("activation") == "tanh", () => BeforeForward?.Invoke());
        return new(Model, KerasDefaults.Adam(Model, values.Get<double>("learning_rate")));
    }

    public void Dispose()
    {
        _store.Dispose();
        _folder.Dispose();
    }
}
