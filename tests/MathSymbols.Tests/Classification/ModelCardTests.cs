using MathSymbols.Classification;
using MathSymbols.Evaluation;
using MathSymbols.Runs;
using MathSymbols.Storage.Safetensors;
using MathSymbols.Tests.Support;
using Xunit;

namespace MathSymbols.Tests.Classification;

/// <summary>The model card says what the run's record says, and the file is that run's.</summary>
public sealed class ModelCardTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly ModelCard _card;

    public ModelCardTests() => _card = new("math-symbols-classifier.md", "full-vgg19-scaled-1", _folder["work"]);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Its_figures_are_those_of_the_run()
    {
        _card.SaysTheResults();
        var low = _card.Run.ReadPredictions()!.Of(RunSet.Validation).Where(p => p.Probabilities.Max() < SymbolPrediction.LowConfidence).ToList();
        _card.Says($"{low.Count} of 2,263 get less, and {low.Count(p => p.IsRight())} of those");
    }

    [Fact]
    public void What_it_says_is_confused_is_confused_most()
    {
        var predictions = _card.Run.ReadPredictions()!;
        var wrong = predictions.Rows.Where(p => !p.IsRight()).Select(p => (string[])[predictions.ClassNames[p.Truth], predictions.ClassNames[p.Predicted()]]).ToList();
        var pairs = wrong.CountBy(w => string.Join(' ', w.Order(StringComparer.Ordinal))).OrderByDescending(p => p.Value).ToList();
        Assert.Equal(["0 6: 4", "3 5: 3", "4 add: 3", "eq sub: 3", "x y: 4"], pairs.Take(5).Select(p => $"{p.Key}: {p.Value}").Order(StringComparer.Ordinal));
        Assert.True(pairs[5].Value < 3);
        _card.Says($"Of the {wrong.Count} validation and test images that it has wrong, the most are x and y taken for each other (4), 0 and 6 (4), 4 and + (3), = and − (3), 3 and 5 (3).");
    }

    [Fact]
    public void The_count_of_own_handwriting_is_that_of_the_record()
    {
        var own = HandwritingResult.Committed()!;
        _card.Says($"it has {own.Right(Framing.Squash)} right when they are squashed into a square, {own.Right(Framing.Ink)} when the ink alone is taken, and {own.RightExchanged} with red and blue exchanged");
    }

    [Fact]
    public void The_file_holds_the_head_and_what_its_base_makes_of_the_probe()
    {
        using var file = SafetensorsFile.Open(SavedClassifier.Find()!);
        Assert.True(file.VerifyChecksum());
        Assert.Equal([("head.weight", 19 * 25_088), ("head.bias", 19), ("base.probe", 25_088)], file.Tensors.Select(t => (t.Key, (int)t.Value.Length / 4)));
        _card.Says($"{file.Tensors["head.weight"].Length / 4 + file.Tensors["head.bias"].Length / 4:N0} parameters");
    }
}
