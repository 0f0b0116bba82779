using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using MathSymbols.Data;
using MathSymbols.Data.Synthetic;
using MathSymbols.Evaluation.Robustness.Perturbing;
using Xunit;

namespace MathSymbols.Tests.Evaluation.Robustness;

public sealed class PerturbationTests
{
    private static readonly SampleRandom Random = new(1, "a", 0);

    public static TheoryData<string> Names => [.. Perturbations.All.Select(p => p.Name)];

    [Fact]
    public void The_table_has_few_steps_of_different_names()
    {
        Assert.All(Perturbations.All, p =>
        {
            Assert.InRange(p.Steps.Count, 3, 5);
            Assert.Distinct(p.Steps);
        });
        Assert.Distinct(Perturbations.All.Select(p => p.Name));
        Assert.Equal((12, 43), (Perturbations.All.Count, Perturbations.All.Sum(p => p.Steps.Count)));
    }

    [Property(MaxTest = 12, Replay = "1001,1001")]
    public Property Every_step_keeps_the_size_and_leaves_the_original_as_it_was()
    {
        var cases = from width in Gen.Choose(1, 70) from height in Gen.Choose(1, 70) from seed in Gen.Choose(0, 1000) select (width, height, seed);
        return Prop.ForAll(cases.ToArbitrary(), c =>
        {
            var image = Strokes.Draw(c.width, c.height, c.seed);
            var before = image.Planes.ToArray();
            foreach (var perturbation in Perturbations.All)
            {
                for (var level = 0; level < perturbation.Steps.Count; level++)
                {
                    var changed = perturbation.Apply(image, level, new(c.seed, "a/1.png"));
                    Assert.Equal((c.width, c.height), (changed.Width, changed.Height));
                }
            }

            Assert.Equal(before, image.Planes.ToArray());
        });
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_same_seed_and_path_give_the_same_bytes_in_any_order(string name)
    {
        var perturbation = Perturbations.All.Single(p => p.Name == name);
        var image = Strokes.Draw(61, 47, 3);
        (int Level, string Path)[] asked = [.. Enumerable.Range(0, perturbation.Steps.Count).SelectMany(l => new[] { (l, "a/1.png"), (l, "b/1.png") })];
        var forwards = asked.Select(Apply).ToList();
        var backwards = asked.Reverse().Select(Apply).Reverse().ToList();
        Assert.Equal(forwards, backwards);

        // Stronger steps go further from the image.
        var far = Enumerable.Range(0, perturbation.Steps.Count).Select(l => Apply((l, "a/1.png")).Zip(image.Planes.ToArray(), (a, b) => (long)Math.Abs(a - b)).Sum()).ToList();
        Assert.All(far, f => Assert.True(f > 0));
        Assert.True(far[^1] > far[0], string.Join(", ", far));

        byte[] Apply((int Level, string Path) a) => perturbation.Apply(image, a.Level, new(5, a.Path)).Planes.ToArray();
    }

    [Theory]
    [InlineData("rotation")]
    [InlineData("shift")]
    [InlineData("noise")]
    [InlineData("shadow")]
    public void What_is_left_to_chance_differs_from_image_to_image_and_with_the_seed(string name)
    {
        var perturbation = Perturbations.All.Single(p => p.Name == name);
        var image = Strokes.Draw(40, 40, 3);
        Assert.True(Enumerable.Range(0, 8).Select(i => Applied(5, $"a/{i}.png")).Distinct().Count() > 1);
        Assert.True(Enumerable.Range(0, 8).Select(i => Applied(i, "a/1.png")).Distinct().Count() > 1);

        string Applied(int seed, string path) => Convert.ToHexString(perturbation.Apply(image, 0, new(seed, path)).Planes.Span);
    }

    [Fact]
    public void Nothing_changes_at_a_strength_of_zero()
    {
        var image = Strokes.Draw(53, 41, 9);
        PixelImage[] same =
        [
            new Rotation().Change(image, 0, Random), new Shift().Change(image, 0, Random), new Scaling("scaled", [("1", 1)]).Change(image, 1, Random), new ThinPen().Change(image, 0, Random), new ThickPen().Change(image, 0, Random),
            new Blur().Change(image, 0, Random), new Noise().Change(image, 0, Random), new PaperColour().Change(image, Rgb.Grey(255), Random), new InkColour().Change(image, Rgb.Grey(0), Random), new Shadow().Change(image, 0, Random),
        ];
        Assert.All(same, s => Assert.Equal(image.Planes.ToArray(), s.Planes.ToArray()));
    }

    [Fact]
    public void A_thinner_pen_leaves_a_hair_line_and_a_point_and_a_thicker_one_only_adds_ink()
    {
        var planes = new byte[3 * 100 * 100];
        Array.Fill(planes, byte.MaxValue);
        for (var c = 0; c < 3; c++)
        {
            for (var x = 10; x < 90; x++) planes[c * 10_000 + 30 * 100 + x] = 0;
            planes[c * 10_000 + 70 * 100 + 50] = 0;
        }

        var image = new PixelImage(100, 100, planes);
        Assert.Equal(planes, new ThinPen().Change(image, 0.2, Random).Planes.ToArray());
        var thick = new ThickPen().Change(image, 0.02, Random).Planes.Span;
        Assert.Equal((0, 0, 255), (thick[32 * 100 + 50], thick[68 * 100 + 50], thick[34 * 100 + 50]));
    }

    [Fact]
    public void A_point_beside_the_border_stays_when_it_is_moved_or_enlarged()
    {
        var planes = new byte[3 * 60 * 60];
        Array.Fill(planes, byte.MaxValue);
        for (var c = 0; c < 3; c++)
        {
            for (var i = 0; i < 16; i++) planes[c * 3600 + (55 + i / 4) * 60 + 2 + i % 4] = 0;
        }

        var image = new PixelImage(60, 60, planes);
        foreach (var perturbation in Perturbations.All.Where(p => p.Name is "shift" or "larger"))
        {
            for (var i = 0; i < 20; i++) Assert.True(Strokes.Darkness(perturbation.Apply(image, perturbation.Steps.Count - 1, new(1, $"{i}.png"))) > Strokes.Darkness(image) / 2);
        }
    }
}
