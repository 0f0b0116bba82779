using System.Text.RegularExpressions;
using MathSymbols.Evaluation.Robustness.Perturbing;
using MathSymbols.Figures;
using MathSymbols.Tests.Evaluation.Robustness;
using Xunit;

namespace MathSymbols.Tests.Figures;

public sealed class RobustnessFigureTests
{
    [Fact]
    public void Models_stand_side_by_side_each_with_its_strongest_fall_marked()
    {
        var figure = RobustnessTable.Create([("first", RobustnessSamples.Result()), ("second", RobustnessSamples.Result(turned: 9, blurred: 2))], note: "quick profile");
        Assert.Equal(["▼ 40.0\u00a0% −50.0", "▼ 20.0\u00a0% −70.0"], Regex.Matches(figure.Html, "<td class=\"ms-fall\">(.*?)</td>").Select(m => Regex.Replace(m.Groups[1].Value, "<[^>]*>", "")));
        Assert.Equal(["unchanged", "", 10, 9, 9], figure.Table.Rows[0]);
        Assert.Equal(["blur", "1 %", 10, 8, 2], figure.Table.Rows[^1]);
        Assert.Contains("first: 90.0\u00a0% unchanged, 72.5\u00a0% as the mean over the perturbations, lowest after rotation 10° with 40.0\u00a0%", figure.AltText, StringComparison.Ordinal);
        var (name, report) = Samples.Report(figure.Html);
        Assert.Equal(("accuracy-on-changed-images", RobustnessSamples.Result().Counts.Accuracy), (name, report.GetProperty("models")[0].GetProperty("mean_accuracy").GetDouble()));
        Assert.Contains("<span class=\"ms-note\">quick profile</span>", figure.Html, StringComparison.Ordinal);

        // Unchanged, two means, three steps, all; and the head.
        Pixels.AssertDrawn(figure, 2 * (12 + 100 + 130 + 110 + 12 + 110 + 12), 2 * (8 * 16 + 24));
    }

    [Fact]
    public void Results_of_other_images_or_steps_are_not_compared()
    {
        var result = RobustnessSamples.Result();
        var fewer = result with { Counts = result.Counts with { Rows = [result.Counts.Rows[0]] } };
        Assert.Throws<ArgumentException>(() => RobustnessTable.Create([]));
        foreach (var other in new[] { RobustnessSamples.Result(seed: 2), fewer })
            Assert.StartsWith("'a' and 'b' were measured on other images, or with other steps", Assert.Throws<ArgumentException>(() => RobustnessTable.Create([("a", result), ("b", other)])).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_grid_has_a_row_a_perturbation_and_names_each_step()
    {
        IPerturbation[] two = [.. Perturbations.All.Where(p => p.Name is "rotation" or "ink")];
        var figure = PerturbationGrid.Create(Samples.Image(60, 60), new(1, "a/1.png"), two);
        Assert.Equal(["unchanged", .. two.SelectMany(p => p.Steps.Select(s => $"{p.Name}, {s}"))], Regex.Matches(figure.Html, "<img alt=\"([^\"]*)\"").Select(m => System.Net.WebUtility.HtmlDecode(m.Groups[1].Value)));
        Assert.Equal(3, Regex.Count(figure.Html, "<div class=\"ms-grid\""));
        Assert.StartsWith("One image as it is and changed in 10 ways", figure.AltText, StringComparison.Ordinal);
        Assert.Equal(["ink", 5, "blue, red, green, pencil 130, pencil 190"], figure.Table.Rows[1]);
        Pixels.AssertDrawn(figure, 2 * (5 * 104 + 8), 2 * (3 * (96 + 40 + 8) + 8));
        Assert.Throws<ArgumentException>(() => PerturbationGrid.Create(Samples.Image(), default, []));
    }

    [Fact]
    public void Hostile_names_are_shown_as_text()
    {
        var html = RobustnessTable.Create([(Samples.Hostile, RobustnessSamples.Result())], Samples.Hostile, Samples.Hostile).Html;
        Assert.DoesNotContain("<b>", html, StringComparison.Ordinal);
        Assert.Contains(System.Net.WebUtility.HtmlEncode(Samples.Hostile), html, StringComparison.Ordinal);
    }
}
