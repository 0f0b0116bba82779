using MathSymbols.Evaluation;
using MathSymbols.Ledger;
using MathSymbols.Runs;
using MathSymbols.Runtime;
using Xunit;

namespace MathSymbols.Tests.Ledger;

public sealed class ReportLedgerTests : IDisposable
{
    private readonly LedgerWorkshop _workshop = new();

    public void Dispose() => _workshop.Dispose();

    [Fact]
    public void Without_any_run_the_images_are_compared_and_the_rest_says_what_to_run()
    {
        var ledger = _workshop.Ledger();
        Complete(ledger);
        Assert.Equal(("60", Verdict.Differs), (ledger["data/images"].This.Text, ledger["data/images"].This.Verdict));
        Assert.Equal(Verdict.Agrees, ledger["data/split-seed"].This.Verdict);
        Assert.Equal("[7, 3, 8, 8]", ledger["data/image-shape"].This.Text);
        Assert.Equal(("one-hot", "3"), (ledger["data/label-format"].This.Text, ledger["data/classes"].This.Text));
        Assert.Equal(("96, 256, 256, 384, 384", "4096, 4096, 3"), (ledger["alexnet/filters"].This.Text, ledger["alexnet/dense"].This.Text));
        Says(ledger, "alexnet/test-accuracy", "This run: run 03-alexnet first. Full run: there is none.");
        Says(ledger, "vgg19-classes/z/recall", "This run: run 04-vgg19 first. Full run: there is none.");
        Assert.Equal("The last layer has a unit for each class of the images here. Full run: not kept in its record; the code is the same.", ledger["alexnet/dense"].Reason);
        Says(ledger, "data/images", "The images here are not the report's, or are split or put into batches otherwise.");
        Assert.Equal("Another machine: its sums differ in the last digits, and a training carries that on into its epochs and accuracies. Full run: not kept in its record; the code is the same.", ledger["data/gpus"].Reason);
        Says(ledger, "conclusion/better", "This run: run 03-alexnet and 04-vgg19 first. Full run: there is none.");
        Says(ledger, "own/right", "This run: run 06-handwriting first. Full run: own images were not tried with it.");
        Assert.Equal("This run: AlexNet not yet run, VGG19 not yet run · Committed full run: none of AlexNet, none of VGG19", ledger.Sides);
    }

    [Fact]
    public void What_follows_from_a_smaller_run_is_computed()
    {
        _workshop.Own(_workshop.AlexNet());
        _workshop.Own(_workshop.Vgg19() with { Notes = ["The base is not trained (untrained, seed 7): these numbers are not transfer learning."] });
        var ledger = _workshop.Ledger(new(5, 6, 4, 9));
        Complete(ledger);
        Says(ledger, "alexnet/epochs", "This run: quick profile, 20 of 41 training images. Full run: there is none.");
        Says(ledger, "vgg19/batches", "This run: untrained base, quick profile, 20 of 41 training images, 96 px. Full run: there is none.");
        Assert.Equal(("untrained", Verdict.Differs), (ledger["vgg19/weights"].This.Text, ledger["vgg19/weights"].This.Verdict));
        Assert.Equal(("tanh", "0.001", Verdict.Agrees), (ledger["search/activation"].This.Text, ledger["search/learning-rate"].This.Text, ledger["search/learning-rate"].This.Verdict));
        Assert.Equal("00h 01m 54s", ledger["search/time"].This.Text);
        Assert.Equal(("0.5000", Verdict.NotComparable), (ledger["search/best"].This.Text, ledger["search/best"].This.Verdict));
        Assert.Contains("The quick run's record does not say on how many images its search was validated.", ledger["search/best"].Reason, StringComparison.Ordinal);
        Assert.DoesNotContain("training images", ledger["search/max-epochs"].Reason, StringComparison.Ordinal);
        Assert.Equal("5 squashed, 6 cropped, of 9", ledger["own/right"].This.Text);
        Assert.Equal(Verdict.NotComparable, ledger["own/right"].This.Verdict);
        Assert.Contains("it ended after 3 epochs.", ledger["alexnet-epochs/4/loss"].Reason, StringComparison.Ordinal);
        Assert.Contains("its test images have no class 'z'.", ledger["vgg19-classes/z/recall"].Reason, StringComparison.Ordinal);

        // Image by image it is known what the weights of the last epoch give.
        Assert.NotNull(ledger["alexnet-epochs/3/val_loss"].This.Interval);
        Assert.Equal(Verdict.NotComparable, ledger["alexnet-epochs/2/val_loss"].This.Verdict);
        Assert.NotNull(ledger["vgg19/test-loss"].This.Interval);
        Assert.Equal(("0.83", "6"), (ledger["average/accuracy"].This.Text, ledger["average/support"].This.Text));
    }

    [Fact]
    public void The_latest_own_run_stands_beside_the_median_of_the_committed_seeds()
    {
        _workshop.Own(_workshop.AlexNet("alexnet-other") with { Profile = Profile.Full });
        _workshop.Own(_workshop.Vgg19("vgg19-keras", preprocessing: "keras"));
        _workshop.Own(_workshop.Vgg19("vgg19-old") with { Finished = DateTimeOffset.UnixEpoch });
        _workshop.Own(_workshop.Vgg19("vgg19-new"));
        _workshop.Commit("full-alexnet", _workshop.AlexNet("a", 22, Profile.Full));
        foreach (var (seed, right) in new[] { (1, 6), (2, 4), (3, 5) }) _workshop.Commit($"full-vgg19-{seed}", _workshop.Vgg19($"v{seed}", profile: Profile.Full, seed: seed, right: right), right);
        _workshop.Commit("full-vgg19-keras", _workshop.Vgg19("k", profile: Profile.Full, preprocessing: "keras", seed: 9, right: 6), 6);
        var ledger = _workshop.Ledger();
        Complete(ledger);
        Assert.Equal((null, "vgg19-new", "full-alexnet", "full-vgg19-3"), (ledger.This.AlexNet?.Label, ledger.This.Vgg19?.Label, ledger.Full.AlexNet?.Label, ledger.Full.Vgg19?.Label));
        Assert.EndsWith("full-vgg19-3 (of 3 seeds the median by test accuracy)", ledger.Sides, StringComparison.Ordinal);
        Assert.Equal(Verdict.Agrees, ledger["alexnet/epochs"].Full.Verdict);
        Assert.Equal(("60", "not compared"), (ledger["data/images"].Full.Text, ledger["data/sample-label"].Full.Verdict.Word()));
        Says(ledger, "data/maximum-train", "Full run: not kept in its record; the code is the same.");
        Says(ledger, "vgg19/test-accuracy", "This run: quick profile, 20 of 41 training images, 96 px. A seed alone makes a difference: the 3 committed ones give 0.6667 to 1.0000.");
        Assert.Equal(ReportFigures.All.Count, LedgerCount.Of(ledger.Rows.Select(r => r.Full)).Total);
    }

    [Fact]
    public void Where_no_seed_gives_the_reports_number_it_is_not_put_down_to_the_seed()
    {
        foreach (var seed in new[] { 1, 2, 3 }) _workshop.Commit($"full-vgg19-{seed}", _workshop.Vgg19($"v{seed}", profile: Profile.Full, seed: seed));
        var ledger = _workshop.Ledger();

        // The report has 0.9479 there; each seed has 6 of 13.
        Says(ledger, "vgg19-epochs/1/val_accuracy", "None of our 3 seeds gives it (0.4615 to 0.4615), and why is not known.");
        Assert.DoesNotContain("A seed alone", string.Concat(ledger.Rows.Select(r => r.Reason)), StringComparison.Ordinal);
    }

    [Fact]
    public void What_chance_decides_is_not_put_down_to_other_settings()
    {
        _workshop.Own(_workshop.Whole(_workshop.AlexNet(profile: Profile.Full), 100) with { Settings = new Dictionary<string, string>() });
        _workshop.Own(_workshop.Whole(_workshop.Vgg19(profile: Profile.Full), 20) with { Settings = new Dictionary<string, string> { ["image-size"] = "8" } }, 6);
        var ledger = _workshop.Ledger(profile: Profile.Full);
        Complete(ledger);
        foreach (var id in new[] { "alexnet/epochs", "conclusion/epochs" }) Assert.StartsWith("When early stopping ends a training is chance", ledger[id].Reason, StringComparison.Ordinal);
        foreach (var id in new[] { "search/activation", "conclusion/activation" }) Assert.StartsWith("Which model leads after so few epochs is partly chance", ledger[id].Reason, StringComparison.Ordinal);
        Assert.StartsWith("How many models a search tries is partly chance", ledger["search/trials"].Reason, StringComparison.Ordinal);
        Assert.StartsWith("Both are measured after their last epoch", ledger["conclusion/better"].Reason, StringComparison.Ordinal);
        Assert.EndsWith("Made with other settings than the report's; the run's record has them.", ledger["search/learning-rates"].Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_search_has_an_interval_where_the_record_says_on_how_many_images_it_was_validated()
    {
        var whole = _workshop.Whole(_workshop.AlexNet(profile: Profile.Full), 100);
        _workshop.Own(whole with { Search = [LedgerWorkshop.Trial("relu", 0.001, 6 / 13.0), LedgerWorkshop.Trial("tanh", 0.001, 3 / 13.0)] });
        var own = _workshop.Ledger(profile: Profile.Full)["search/best"].This;
        Assert.Equal(("0.4615", Verdict.Agrees), (own.Text, own.Verdict));
        Assert.Equal(WilsonInterval.Of(6, 13), own.Interval);

        // A half of 13 images is no whole number of them.
        _workshop.Own(whole with { Id = "alexnet-2", Finished = whole.Finished.AddDays(1), Search = [LedgerWorkshop.Trial("relu", 0.001, 0.5)] });
        own = _workshop.Ledger(profile: Profile.Full)["search/best"].This;
        Assert.Equal(("0.5000", Verdict.NotComparable, null), (own.Text, own.Verdict, own.Interval));
    }

    [Fact]
    public void Each_network_is_asked_for_its_own_predictions()
    {
        // VGG19's are damaged, and AlexNet was not measured on test images.
        var run = _workshop.Own(_workshop.Vgg19());
        File.WriteAllText(Path.Combine(run.Folder, PredictionsFile.Name), "path\tset\ttruth\ta\nx\ttest\tb\t1\n");
        _workshop.Own(_workshop.AlexNet() with { Results = [] });
        Assert.Equal("This run: its record does not keep it. Full run: there is none.", _workshop.Ledger()["conclusion/alexnet-accuracy"].Reason);

        // AlexNet's are gone, and VGG19's name the classes.
        var folder = _workshop.Commit("full-alexnet", _workshop.AlexNet("a", 22, Profile.Full));
        File.Delete(Path.Combine(folder, PredictionsFile.Name));
        _workshop.Commit("full-vgg19", _workshop.Vgg19("v", profile: Profile.Full));
        Assert.Equal(("3", "a, b, c"), (_workshop.Ledger()["data/classes"].Full.Text, _workshop.Ledger()["data/class-names"].Full.Text));
    }

    [Fact]
    public void Damaged_predictions_and_a_foreign_search_make_nothing_fail()
    {
        var run = _workshop.Own(_workshop.Vgg19());
        File.WriteAllText(Path.Combine(run.Folder, PredictionsFile.Name), "path\tset\ttruth\ta\nx\ttest\tb\t1\n");
        _workshop.Own(_workshop.AlexNet() with { Search = [new System.Text.Json.Nodes.JsonObject { ["trial"] = 0 }] });
        File.Delete(Path.Combine(_workshop.Store.Find("alexnet-1").Folder, PredictionsFile.Name));
        var ledger = _workshop.Ledger();
        Complete(ledger);
        Assert.Contains("there is no class 'b'", ledger["vgg19-classes/0/recall"].Reason, StringComparison.Ordinal);
        Assert.Contains("there is no class 'b'", ledger["vgg19/test-loss"].Reason, StringComparison.Ordinal);
        Assert.Contains("it was trained without a search; run 03-alexnet.", ledger["search/best"].Reason, StringComparison.Ordinal);
        Assert.Contains("not compared image by image", ledger.This.Better!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Reasons_that_are_known_beforehand_speak_of_figures_that_there_are()
    {
        Assert.All(CuratedReason.All, r => Assert.Contains(ReportFigures.All, f => CuratedReason.For(f.Id) == r));
        Assert.All(ReportFigures.All.Where(f => f.Kind is FigureKind.Shown or FigureKind.Own), f => Assert.True(CuratedReason.For(f.Id) is not null, f.Id));
    }

    // What must hold whatever the runs are.
    private static void Complete(ReportLedger ledger)
    {
        Assert.Equal(ReportFigures.All, ledger.Rows.Select(r => r.Figure));
        Assert.All(ledger.Rows.Where(r => r.This.Verdict != Verdict.Agrees || r.Full.Verdict != Verdict.Agrees), r => Assert.False(string.IsNullOrWhiteSpace(r.Reason), r.Figure.Id));
        Assert.All(ledger.Rows, r => Assert.DoesNotContain('\n', r.Reason ?? ""));
        Assert.DoesNotContain("NaN", ledger.Summary, StringComparison.Ordinal);
    }

    private static void Says(ReportLedger ledger, string id, string reason) => Assert.EndsWith(reason, ledger[id].Reason, StringComparison.Ordinal);
}
