using System.Text.Json;
using MathSymbols.Figures;
using Xunit;

namespace MathSymbols.Tests.Figures;

public sealed class FactsTests
{
    private static readonly string[] Classes = ["0", "add", Samples.Hostile];

    [Fact]
    public void Json_keeps_raw_values()
    {
        var facts = new Facts("split")
        {
            { "images", "Images", 10071 }, { "accuracy", "Accuracy", 0.977406679764244, "P2" }, { "nan", "Loss", double.NaN },
            { "gpu", "GPU", false }, { "device", "Device", Samples.Hostile }, { "classes", "Classes", Classes },
        };
        var (name, json) = Samples.Report(facts.Html);
        Assert.Equal("split", name);
        Assert.Equal(10071, json.GetProperty("images").GetInt64());
        Assert.Equal(0.977406679764244, json.GetProperty("accuracy").GetDouble());
        Assert.Equal(JsonValueKind.Null, json.GetProperty("nan").ValueKind);
        Assert.False(json.GetProperty("gpu").GetBoolean());
        Assert.Equal(Samples.Hostile, json.GetProperty("device").GetString());
        Assert.Equal(Classes, json.GetProperty("classes").EnumerateArray().Select(c => c.GetString()));
    }

    [Fact]
    public void The_table_is_for_people()
    {
        var html = new Facts("f", Samples.Hostile) { { "images", "Images", 10071 }, { "accuracy", "Accuracy", 0.9774, "P2" } }.Html;
        Assert.Contains("10,071", html, StringComparison.Ordinal);
        Assert.Contains("97.74 %", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Text_lines_up()
    {
        var facts = new Facts("f", "Split") { { "a", "Images", 10071 }, { "b", "Train", 9053 } };
        Assert.Equal("Split\nImages  10,071\nTrain   9,053", facts.ToString());
    }

    [Fact]
    public void A_key_is_used_once()
    {
        var facts = new Facts("f") { { "a", "A", 1 } };
        Assert.Throws<ArgumentException>(() => facts.Add("a", "B", true));
    }
}
