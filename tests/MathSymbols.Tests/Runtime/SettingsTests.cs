using MathSymbols.Runtime;
using Xunit;

namespace MathSymbols.Tests.Runtime;

public sealed class SettingsTests
{
    [Fact]
    public void Values_override_the_defaults()
    {
        var settings = Settings.Parse([("data", "/images"), ("profile", "FULL"), ("batch_size", "16"), ("seed", "7"), ("device", "cpu"), ("download", "False"), ("threads", "1"), ("epochs", "2"), ("train-images", "50"), ("split", "5"), ("vgg19-weights", "w.h5"), ("work", "w")]);
        Assert.Equal(new Settings { Data = "/images", Profile = Profile.Full, BatchSize = 16, Seed = 7, Device = DeviceKind.Cpu, Download = false, Threads = 1, Epochs = 2, TrainImages = 50, Split = "5", Vgg19Weights = "w.h5", Work = "w" }, settings);
        Assert.Equal(new Settings(), Settings.Parse([("data", "")]));
    }

    [Fact]
    public void An_unknown_name_lists_the_known_ones()
    {
        var error = Assert.Throws<SettingsException>(() => Settings.Parse([("colour", "red")]));
        Assert.All(SettingName.All, s => Assert.Contains(s.Name, error.Message, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("profile", "fast")]
    [InlineData("profile", "1")]
    [InlineData("batch-size", "-1")]
    [InlineData("batch-size", "1.5")]
    [InlineData("seed", "-1")]
    [InlineData("seed", "99999999999")]
    [InlineData("device", "tpu")]
    [InlineData("threads", "many")]
    [InlineData("download", "no")]
    public void A_bad_value_says_what_the_setting_takes(string name, string value)
    {
        var error = Assert.Throws<SettingsException>(() => Settings.Parse([(name, value)]));
        Assert.Contains($"'{name}'", error.Message, StringComparison.Ordinal);
        Assert.Contains($"'{value}'", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_setting_has_a_variable_and_comes_in_alphabetical_order()
    {
        Assert.Equal(SettingName.All.Select(s => s.Name).Order(StringComparer.Ordinal), SettingName.All.Select(s => s.Name));
        Assert.All(SettingName.All, s => Assert.Equal(s.Name, SettingName.FromVariable(s.Variable)));
        Assert.Equal(typeof(Settings).GetProperties().Count(p => p.SetMethod is not null), SettingName.All.Count);
    }
}
