using MathSymbols.Ledger;
using MathSymbols.Runtime;
using Xunit;

namespace MathSymbols.Tests.Ledger;

public sealed class ConclusionTests : IDisposable
{
    private readonly LedgerWorkshop _workshop = new();

    public void Dispose() => _workshop.Dispose();

    [Fact]
    public void Without_runs_each_point_gives_the_report_and_says_what_to_run()
    {
        var ledger = _workshop.Ledger();
        var points = Conclusion.Of(ledger);
        Assert.Equal(10, points.Count);
        Assert.Equal("relu in the report, nothing yet in this run (run 03-alexnet first), nothing yet in the committed full run (there is none).", points[0].Text);
        Assert.Equal("VGG19 in the report; this run has neither yet; the committed full run has neither yet.", Text(points, "Which is better"));
        Assert.StartsWith("Over the second half of the epochs the largest fall of its accuracy from a peak is from 0.95 to 0.62 (it does) in the report, not known in this run (run 03-alexnet first)", Text(points, "Does AlexNet's validation fluctuate"), StringComparison.Ordinal);
        Assert.StartsWith("23 of 1,018 in the report, nothing yet in this run (run 04-vgg19 first)", Text(points, "Test images that VGG19 misclassifies"), StringComparison.Ordinal);
        Assert.Equal("In the report VGG19 is 15.8 points ahead of AlexNet on the test images.", Conclusion.Main(ledger));
        Assert.Equal(6, Unexplained.Of(ledger, _workshop.Store, _workshop.Data).Count);
    }

    [Fact]
    public void It_says_so_when_the_other_model_is_better_or_nothing_can_be_told()
    {
        _workshop.Own(_workshop.AlexNet(right: 6), 6);
        _workshop.Own(_workshop.Vgg19(right: 3) with { Notes = ["The base is not trained (untrained, seed 7): these numbers are not transfer learning."] }, 3);
        var points = Conclusion.Of(_workshop.Ledger(new(1, 2, 1, 3)));
        Assert.Contains("in this run neither is clearly better: of 6 test images 0 are right with VGG19 alone and 3 with AlexNet alone (McNemar's test: p = 0.2500)", Text(points, "Which is better"), StringComparison.Ordinal);
        Assert.StartsWith("22 in the report, 3 in this run,", Text(points, "Epochs that AlexNet was trained for"), StringComparison.Ordinal);
        Assert.Contains("8 of 8 in the report, 1 squashed, 2 cropped, of 3 in this run", Text(points, "Own handwritten images that are classified correctly"), StringComparison.Ordinal);
        Assert.Contains("not transfer learning", Text(points, "An untrained base"), StringComparison.Ordinal);
        Assert.EndsWith(
            "In this run it is 50.0 points behind, which can be chance, so which is better stays open: AlexNet is 18.1 points above its number in the report, VGG19 47.7 points below; VGG19 has moved further. Its base is not trained, so this is not the report's VGG19.",
            Conclusion.Main(_workshop.Ledger()), StringComparison.Ordinal);

        var other = _workshop.AlexNet("alexnet-2", right: 6);
        _workshop.Own(other with { Finished = other.Finished.AddDays(1), Results = [.. other.Results.Select(r => r with { Correct = r.Count })] });
        File.Delete(Path.Combine(_workshop.Store.Find("alexnet-2").Folder, "predictions.tsv"));
        Assert.Contains("in this run AlexNet is better, 50.00 % with VGG19 and 100.00 % with AlexNet, but not compared image by image", Text(Conclusion.Of(_workshop.Ledger()), "Which is better"), StringComparison.Ordinal);
        Assert.Contains("so AlexNet is the better model there: AlexNet is 18.1 points above", Conclusion.Main(_workshop.Ledger()), StringComparison.Ordinal);
    }

    [Fact]
    public void What_the_report_leaves_open_is_answered_from_the_committed_runs()
    {
        _workshop.Commit("full-alexnet", _workshop.AlexNet("a", 22, Profile.Full));
        foreach (var (seed, right) in new[] { (1, 6), (2, 4), (3, 5) }) _workshop.Commit($"full-vgg19-{seed}", _workshop.Vgg19($"v{seed}", profile: Profile.Full, seed: seed, right: right), right);
        _workshop.Commit("full-vgg19-keras", _workshop.Vgg19("k", profile: Profile.Full, preprocessing: "keras", seed: 9, right: 6), 6);
        var points = Unexplained.Of(_workshop.Ledger(), _workshop.Store, _workshop.Data);
        Assert.EndsWith(
            "In the committed full run (of VGG19 the median of 3 seeds) it is level, so which is better stays open: AlexNet is 1.4 points above its number in the report, VGG19 14.4 points below; VGG19 has moved further.",
            Conclusion.Main(_workshop.Ledger()), StringComparison.Ordinal);
        Assert.EndsWith("the full run's search ended after 3 trials of 2 epochs, and none went on to a second round. 2 of them ended at the same 0.2500.", points[0].Text, StringComparison.Ordinal);
        Assert.StartsWith("It costs something: the median test accuracy of 3 seeds is 83.33 % (66.67 % to 100.00 %); with Keras' own preprocessing it is 100.00 %", points[1].Text, StringComparison.Ordinal);

        // The report's own losses: 0.0634 in epoch 9 is not undercut in epochs 10 and 11.
        Assert.StartsWith("By the report's own validation losses it would have ended the training after epoch 11 of 20, at a validation accuracy of 97.88 % instead of 98.06 %; our seeds' trainings would have ended after epochs 20, 20, 20.", points[2].Text, StringComparison.Ordinal);
        Assert.StartsWith("In the report validation accuracy was 0.95 after epoch 17, the one with the lowest validation loss, and 0.82 after the last", points[3].Text, StringComparison.Ordinal);
        Assert.Contains("of the 6 test images here", points[4].Text, StringComparison.Ordinal);
        Assert.Equal("The committed run was not probed for the reason.", points[5].Text);
    }

    [Fact]
    public void A_score_that_is_the_share_of_a_class_names_every_class_of_that_size()
    {
        var sizes = _workshop.Data.Split.Validation.CountBy(i => _workshop.Data.Images.Files[i].Label).ToDictionary();
        var size = sizes.Values.GroupBy(c => c).MaxBy(g => g.Count())!.Key;
        var score = (double)size / _workshop.Data.Split.Validation.Count;
        _workshop.Commit("full-alexnet", _workshop.AlexNet("a", 22, Profile.Full) with { Search = [LedgerWorkshop.Trial("relu", 0.001, score), LedgerWorkshop.Trial("tanh", 0.001, score)] });
        var names = string.Join(" or ", sizes.Where(s => s.Value == size).Select(s => _workshop.Data.ClassNames[s.Key]).Order(StringComparer.Ordinal).Select(n => $"'{n}'"));
        Assert.EndsWith($", as much as a network gets that answers {names} for every image.", Unexplained.Of(_workshop.Ledger(), _workshop.Store, _workshop.Data)[0].Text, StringComparison.Ordinal);
    }

    private static string Text(IEnumerable<Point> points, string lead) => points.Single(p => p.Lead == lead).Text;
}
