using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using MathSymbols.Tuning;
using Xunit;

namespace MathSymbols.Tests.Tuning;

public class SearchSpaceProperties
{
    private static Gen<SearchSpace> Spaces()
    {
        var ints = from min in Gen.Choose(1, 1000) from span in Gen.Choose(0, 1000) from step in Gen.Choose(1, 20) from log in Gen.Elements(false, true) select new SearchSpace().Int("x", min, min + span, step, log);
        var floats =
            from min in Gen.Choose(1, 1000)
            from span in Gen.Choose(0, 1000)
            from step in Gen.Choose(0, 400)
            from log in Gen.Elements(false, true)
            select new SearchSpace().Float("x", min / 100.0, (min + span) / 100.0, step == 0 ? null : (step / 100.0) + (log ? 1 : 0), log);
        return Gen.OneOf(ints, floats);
    }

    [Property(MaxTest = 2000, Replay = "1001,1001")]
    public Property Values_lie_in_the_range_and_are_read_back()
    {
        var cases = from space in Spaces() from n in Gen.Choose(0, int.MaxValue) select (Space: space, Probability: n / 2147483648.0);
        return Prop.ForAll(cases.ToArbitrary(), c =>
        {
            var dimension = c.Space.Dimensions[0];
            var value = dimension.ValueAt(c.Probability);
            var (min, max) = dimension switch
            {
                IntSpace i => (i.Min, i.Max),
                FloatSpace f => (f.Min, f.Max),
                _ => (0.0, 0.0),
            };
            Assert.InRange(Convert.ToDouble(value, null), min, max * (1 + 1e-12));
            var written = new HyperParameters(("x", value));
            Assert.Equal(written, c.Space.Parse(written.ToJson()));
        });
    }

    [Property(MaxTest = 300, Replay = "1001,1001")]
    public Property A_finite_space_has_as_many_values_as_it_says() => Prop.ForAll(Spaces().Where(s => s.Count is < 400).ToArbitrary(), space =>
    {
        var dimension = space.Dimensions[0];
        var values = Enumerable.Range(0, 100_000).Select(n => dimension.ValueAt(n / 100_000.0)).Distinct().Count();
        Assert.Equal(space.Count, values);
    });
}
