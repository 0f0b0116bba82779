using System.Text.Json.Nodes;
using MathSymbols.Tuning;
using Xunit;

namespace MathSymbols.Tests.Tuning;

public sealed class SearchSpaceTests
{
    private static readonly double[] Probabilities = [0, 0.1, 0.3, 0.5, 0.7965, 0.999999999];

    private static readonly SearchSpace Report = new SearchSpace().Choice("activation", "relu", "tanh").Choice("learning_rate", 1e-2, 1e-3, 1e-4, 1e-5);

    private static readonly SearchSpace Mixed = Report.Choice("batch", 32, 64).Bool("bias").Int("units", 6, 13, 3).Int("filters", 2, 32, 2, log: true).Float("dropout", 0, 0.5, 0.1).Float("momentum", 0.9, 1);

    [Fact]
    public void Choices_share_the_probabilities_equally()
    {
        Assert.Equal(["relu", "relu", "relu", "tanh", "tanh", "tanh"], At(Report.Dimensions[0]));
        Assert.Equal([1e-2, 1e-2, 1e-3, 1e-4, 1e-5, 1e-5], At(Report.Dimensions[1]));
        Assert.Equal([false, false, false, true, true, true], At(new SearchSpace().Bool("b").Dimensions[0]));
        Assert.Equal(48L, new SearchSpace().Choice("n", Enumerable.Range(0, 49).Select(n => (long)n).ToArray()).Dimensions[0].ValueAt(Math.BitDecrement(1.0)));
    }

    // Keras Tuner's prob_to_value in CPython 3.11.
    [Theory]
    [InlineData(0.0, 1.0, 0.1, 10, new[] { 0.0, 0.1, 0.2, 0.5, 0.7000000000000001, 0.9 })]
    [InlineData(0.0, 1.0, 0.2, 5, new[] { 0.0, 0.0, 0.2, 0.4, 0.6000000000000001, 0.8 })]
    [InlineData(0.0, 0.5, 0.25, 3, new[] { 0.0, 0.0, 0.0, 0.25, 0.5, 0.5 })]
    [InlineData(-1.0, 2.0, null, null, new[] { -1.0, -0.7, -0.10000000000000009, 0.5, 1.3895, 1.9999999970000002 })]
    [InlineData(0.1, 0.7, 0.1, 6, new[] { 0.1, 0.1, 0.2, 0.4, 0.5, 0.6 })]
    public void Floats_are_Keras_Tuners(double min, double max, double? step, int? count, double[] expected)
    {
        var space = new SearchSpace().Float("x", min, max, step);
        Assert.Equal(count, space.Count);
        Assert.Equal(expected, At(space.Dimensions[0]).Cast<double>());
    }

    [Theory]
    [InlineData(1e-5, 1e-2, null, null, new[] { 1e-05, 1.99526231496888e-05, 7.943282347242815e-05, 0.00031622776601683794, 0.002451884453809514, 0.00999999993092245 })]
    [InlineData(1e-5, 1e-2, 10.0, 3, new[] { 1e-05, 1e-05, 1e-05, 0.0001, 0.001, 0.001 })]
    [InlineData(0.001, 10.0, 10.0, 5, new[] { 0.001, 0.001, 0.01, 0.1, 1.0, 10.0 })]
    public void Log_spaced_floats_are_Keras_Tuners(double min, double max, double? step, int? count, double[] expected)
    {
        var space = new SearchSpace().Float("x", min, max, step, log: true);
        Assert.Equal(count, space.Count);
        Assert.All(expected.Zip(At(space.Dimensions[0])), p => Assert.Equal(p.First, (double)p.Second, p.First * 1e-14)); // pow is the platform's.
    }

    [Theory]
    [InlineData(6, 12, 1, false, 7, new[] { 6L, 6, 8, 9, 11, 12 })]
    [InlineData(6, 13, 3, false, 3, new[] { 6L, 6, 6, 9, 12, 12 })]
    [InlineData(-3, 3, 2, false, 4, new[] { -3L, -3, -1, 1, 3, 3 })]
    [InlineData(2, 32, 2, true, 5, new[] { 2L, 2, 4, 8, 16, 32 })]
    [InlineData(1, 100, 1, true, 100, new[] { 1L, 1, 3, 10, 39, 100 })]
    [InlineData(16, 512, 1, true, 497, new[] { 16L, 22, 45, 90, 253, 512 })]
    [InlineData(1, 1000, 10, true, 3, new[] { 1L, 1, 1, 10, 100, 100 })]
    public void Ints_are_Keras_Tuners(int min, int max, int step, bool log, int count, long[] expected)
    {
        var space = new SearchSpace().Int("n", min, max, step, log);
        Assert.Equal(count, space.Count);
        Assert.Equal(expected, At(space.Dimensions[0]).Cast<long>());
    }

    [Fact]
    public void Samples_are_Keras_Tuners()
    {
        // CPython 3.11: the first is tanh for random.Random(1001).random(), 1e-4 for random.Random(1002).random().
        var draws = new SeededDraws(1001);
        Assert.Equal(new HyperParameters(("activation", "tanh"), ("learning_rate", 1e-4)), Report.Sample(draws));
        Assert.Equal(0.23796462709189137, new SeededDraws(3).Next());
        Assert.Throws<ArgumentOutOfRangeException>(() => new SeededDraws(-1));
    }

    [Fact]
    public void Count_is_of_distinct_configurations()
    {
        Assert.Equal(8, Report.Count);
        Assert.Equal(1, new SearchSpace().Count);
        Assert.Null(Mixed.Count);
        Assert.Equal(1, new SearchSpace().Float("x", 2, 2).Count);
        var wide = new SearchSpace().Int("a", 0, 1L << 40).Int("b", 0, 1L << 40).Int("c", 0, 1L << 40).Int("d", 0, 1L << 40);
        Assert.Equal(long.MaxValue, wide.Count);
    }

    [Fact]
    public void Adding_leaves_the_space_as_it_was()
    {
        var wider = Report.Float("x", 0, 1);
        Assert.Equal(2, Report.Dimensions.Count);
        Assert.Equal(["activation", "learning_rate", "x"], wider.Dimensions.Select(d => d.Name));
    }

    [Fact]
    public void A_space_is_described()
    {
        Assert.Equal("activation: relu | tanh; learning_rate: 0.01 | 0.001 | 0.0001 | 1E-05", Report.Describe());
        Assert.Equal(
            "b: false | true; n: a whole number from 2 to 32 by factors of 2, log-spaced; m: a whole number from 1 to 9 in steps of 2; x: a number from 0 to 1; y: a number from 0.1 to 10 by factors of 10, log-spaced",
            new SearchSpace().Bool("b").Int("n", 2, 32, 2, true).Int("m", 1, 9, 2).Float("x", 0, 1).Float("y", 0.1, 10, 10, true).ToString());
        Assert.Equal(
            """[{"name":"a","kind":"choice","values":["relu"]},{"name":"b","kind":"bool"},{"name":"n","kind":"int","min":1,"max":9,"step":1,"log":false},{"name":"x","kind":"float","min":0,"max":1,"step":null,"log":false}]""",
            new SearchSpace().Choice("a", "relu").Bool("b").Int("n", 1, 9).Float("x", 0, 1).ToJson().ToJsonString());
    }

    [Fact]
    public void What_is_written_is_read_with_the_spaces_types()
    {
        var draws = new SeededDraws(0);
        for (var i = 0; i < 200; i++)
        {
            var sample = Mixed.Sample(draws);
            var read = Mixed.Parse(JsonNode.Parse(sample.ToJson().ToJsonString())!.AsObject());
            Assert.Equal(sample, read);
            Assert.Equal(sample.Names, read.Names);
            Assert.Equal(sample, Mixed.Parse(sample.ToJson())); // Values that were never text.
        }
    }

    [Fact]
    public void Numbers_that_a_person_wrote_become_the_spaces()
    {
        var space = new SearchSpace().Float("x", 0, 1, 0.1).Int("n", 1, 100, 1, log: true);
        Assert.Equal(new HyperParameters(("x", 0.1 * 3), ("n", 20)), space.Parse(JsonNode.Parse("""{"n": 2e1, "x": 0.3}""")!.AsObject()));
    }

    [Theory]
    [InlineData("""{"activation":"relu"}""", "the hyper-parameter 'learning_rate' is missing")]
    [InlineData("""{"activation":"relu","learning_rate":0.01,"units":3}""", "there is no hyper-parameter 'units' in the search space; there are: activation, learning_rate")]
    [InlineData("""{"activation":"gelu","learning_rate":0.01}""", "the hyper-parameter 'activation' cannot be \"gelu\": it is relu | tanh")]
    [InlineData("""{"activation":"relu","learning_rate":0.02}""", "the hyper-parameter 'learning_rate' cannot be 0.02: it is 0.01 | 0.001 | 0.0001 | 1E-05")]
    [InlineData("""{"activation":null,"learning_rate":0.01}""", "the hyper-parameter 'activation' cannot be null: it is relu | tanh")]
    [InlineData("""{"activation":["relu"],"learning_rate":0.01}""", "the hyper-parameter 'activation' cannot be [\"relu\"]: it is relu | tanh")]
    [InlineData("""{"activation":"relu","learning_rate":"0.01"}""", "the hyper-parameter 'learning_rate' cannot be \"0.01\": it is 0.01 | 0.001 | 0.0001 | 1E-05")]
    public void A_value_of_another_space_gets_a_sentence(string json, string message) =>
        Assert.Equal(message, Assert.Throws<FormatException>(() => Report.Parse(JsonNode.Parse(json)!.AsObject())).Message);

    [Theory]
    [InlineData("7")]
    [InlineData("5")]
    [InlineData("13")]
    [InlineData("6.5")]
    [InlineData("1e999")]
    [InlineData("true")]
    [InlineData("\"6\"")]
    public void Int_steps_are_kept(string value) =>
        Assert.Throws<FormatException>(() => new SearchSpace().Int("n", 6, 13, 3).Parse(JsonNode.Parse($$"""{"n":{{value}}}""")!.AsObject()));

    [Theory]
    [InlineData("3")]
    [InlineData("0")]
    [InlineData("-2")]
    [InlineData("64")]
    public void Int_factors_are_kept(string value) =>
        Assert.Throws<FormatException>(() => new SearchSpace().Int("n", 2, 32, 2, log: true).Parse(JsonNode.Parse($$"""{"n":{{value}}}""")!.AsObject()));

    [Theory]
    [InlineData("0.15", false)]
    [InlineData("1", false)]
    [InlineData("-0.1", false)]
    [InlineData("0.02", true)]
    [InlineData("0", true)]
    [InlineData("-1", true)]
    [InlineData("1e999", true)]
    public void Float_steps_are_kept(string value, bool log) =>
        Assert.Throws<FormatException>(() => new SearchSpace().Float("x", log ? 0.001 : 0, log ? 10 : 0.5, log ? 10 : 0.1, log).Parse(JsonNode.Parse($$"""{"x":{{value}}}""")!.AsObject()));

    [Fact]
    public void What_makes_no_space_is_refused()
    {
        Refused("The choice 'x' has no values", s => s.Choice("x", Array.Empty<string>()));
        Refused("The choice 'x' has a value twice", s => s.Choice("x", 1, 2, 1));
        Refused("no finite number", s => s.Choice("x", 1.5, double.NaN));
        Refused("null", s => s.Choice("x", "a", null!));
        Refused("is in the space already", s => s.Bool("x").Int("x", 1, 2));
        Refused("no name", s => s.Bool(""));
        Refused("least value 3 is above its greatest, 2", s => s.Int("x", 3, 2));
        Refused("give at least 1", s => s.Int("x", 1, 2, 0));
        Refused("cannot be log-spaced", s => s.Int("x", 0, 2, log: true));
        Refused("too wide", s => s.Int("x", long.MinValue, long.MaxValue));
        Refused("least value 3.5 is above its greatest, 2", s => s.Float("x", 3.5, 2));
        Refused("not finite", s => s.Float("x", 0, double.NaN));
        Refused("not finite", s => s.Float("x", double.MinValue, double.MaxValue));
        Refused("cannot be log-spaced", s => s.Float("x", 0, 2, log: true));
        Refused("give a number above 0", s => s.Float("x", 0, 2, 0));
        Refused("give a factor above 1", s => s.Float("x", 1, 2, 1, log: true));
        Refused("too small for its range", s => s.Float("x", 0, 1, 1e-300));
    }

    [Theory]
    [InlineData(-0.1)]
    [InlineData(1.0)]
    [InlineData(double.NaN)]
    public void A_probability_is_from_0_to_less_than_1(double probability) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Report.Dimensions[0].ValueAt(probability));

    private static IEnumerable<object> At(HyperParameterSpace space) => Probabilities.Select(space.ValueAt);

    private static void Refused(string message, Func<SearchSpace, SearchSpace> add) =>
        Assert.Contains(message, Assert.Throws<ArgumentException>(() => add(new())).Message, StringComparison.Ordinal);
}
