using MathSymbols.Tuning;
using Xunit;

namespace MathSymbols.Tests.Tuning;

public sealed class HyperParametersTests
{
    private static readonly HyperParameters Values = new(("activation", "relu"), ("learning_rate", 1e-5), ("units", 64), ("bias", true), ("rate", 0.5f));

    [Fact]
    public void Give_values_by_name_and_type()
    {
        Assert.Equal(["activation", "learning_rate", "units", "bias", "rate"], Values.Names);
        Assert.Equal("relu", Values.Get<string>("activation"));
        Assert.Equal(1e-5, Values.Get<double>("learning_rate"));
        Assert.Equal(1e-5f, Values.Get<float>("learning_rate"));
        Assert.Equal(64, Values.Get<int>("units"));
        Assert.Equal(64L, Values.Get<long>("units"));
        Assert.Equal(64.0, Values.Get<double>("units"));
        Assert.Equal(64f, Values.Get<float>("units"));
        Assert.True(Values.Get<bool>("bias"));
        Assert.Equal(64L, Values["units"]);
        Assert.Equal(0.5, Values["rate"]);
        Assert.Equal(3, new HyperParameters(("n", 3.0)).Get<int>("n"));
        Assert.Equal(3L, new HyperParameters(("n", 3.0)).Get<long>("n"));
    }

    [Fact]
    public void Name_what_there_is_when_a_name_is_unknown()
    {
        var error = Assert.Throws<KeyNotFoundException>(() => Values.Get<double>("dropout"));
        Assert.Equal("There is no hyper-parameter 'dropout'; there are: activation, learning_rate, units, bias, rate.", error.Message);
        Assert.Contains("none", Assert.Throws<KeyNotFoundException>(() => new HyperParameters()["x"]).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Do_not_convert_what_would_change()
    {
        Assert.Equal("The hyper-parameter 'learning_rate' is 1E-05, which is no Int32: ask for Double.", Assert.Throws<InvalidCastException>(() => Values.Get<int>("learning_rate")).Message);
        Assert.Throws<InvalidCastException>(() => Values.Get<double>("activation"));
        Assert.Throws<InvalidCastException>(() => Values.Get<string>("units"));
        Assert.Throws<InvalidCastException>(() => Values.Get<int>("bias"));
        Assert.Throws<InvalidCastException>(() => new HyperParameters(("n", 1L << 40)).Get<int>("n"));
    }

    [Fact]
    public void Are_equal_by_content()
    {
        var same = new HyperParameters(("units", 64L), ("rate", 0.5), ("bias", true), ("learning_rate", 0.00001), ("activation", "relu"));
        Assert.Equal(Values, same);
        Assert.Equal(Values.GetHashCode(), same.GetHashCode());
        Assert.NotEqual(new HyperParameters(("a", 1)), new HyperParameters(("a", 1.0)));
        Assert.NotEqual(new HyperParameters(("a", 1)), new HyperParameters(("b", 1)));
        Assert.NotEqual(new HyperParameters(("a", 1)), new HyperParameters(("a", 1), ("b", 1)));
        Assert.False(Values.Equals(null));
    }

    [Fact]
    public void Are_written_the_same_everywhere()
    {
        Assert.Equal("activation=relu, learning_rate=0.001", new HyperParameters(("activation", "relu"), ("learning_rate", 0.001)).ToString());
        Assert.Equal("activation=relu, learning_rate=1E-05, units=64, bias=true, rate=0.5", Values.ToString());
        Assert.Equal("""{"activation":"relu","learning_rate":1E-05,"units":64,"bias":true,"rate":0.5}""", Values.ToJson().ToJsonString());
    }

    [Fact]
    public void Refuse_what_is_no_value()
    {
        Assert.Throws<ArgumentException>(() => new HyperParameters(("a", 1), ("a", 2)));
        Assert.Throws<ArgumentException>(() => new HyperParameters((" ", 1)));
        Assert.Throws<ArgumentException>(() => new HyperParameters(("a", double.NaN)));
        Assert.Throws<ArgumentException>(() => new HyperParameters(("a", float.PositiveInfinity)));
        Assert.Throws<ArgumentException>(() => new HyperParameters(("a", 1m)));
        Assert.Throws<ArgumentException>(() => new HyperParameters(("a", null!)));
    }
}
