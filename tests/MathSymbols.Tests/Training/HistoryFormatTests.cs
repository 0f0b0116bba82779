using System.Text.Json.Nodes;
using MathSymbols.Training;
using Xunit;

namespace MathSymbols.Tests.Training;

public sealed class HistoryFormatTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(35)]
    public void What_is_written_is_read_to_the_last_digit(int first)
    {
        // A promoted trial's epochs do not begin at 1.
        var history = History(first);
        var read = HistoryFormat.FromJson(JsonNode.Parse(HistoryFormat.ToJson(history).ToJsonString()));
        Assert.Equal(history.Epochs.Count, read.Epochs.Count);
        foreach (var (written, epoch) in history.Epochs.Zip(read.Epochs))
        {
            Assert.Equal(written with { Extra = epoch.Extra }, epoch);
            Assert.Equal(written.Extra.OrderBy(p => p.Key), epoch.Extra.OrderBy(p => p.Key));
        }

        Assert.Empty(HistoryFormat.FromJson(HistoryFormat.ToJson(new([]))).Epochs);
    }

    [Fact]
    public void The_table_has_Keras_names_and_a_column_for_what_any_epoch_has_besides()
    {
        string[] lines = HistoryFormat.ToCsv(History(4)).Split('\n');
        Assert.Equal("epoch,loss,accuracy,val_loss,val_accuracy,learning_rate,seconds,images_per_second,extra,late", lines[0]);
        Assert.Equal("4,0.3333333333333333,0.5,0.1,0.25,1E-05,12.5,80,0.30000000000000004,", lines[1]);
        Assert.Equal("5,0.6666666666666666,0.5,0.1,0.25,1E-05,12.5,80,,-2", lines[2]);
        Assert.Equal(["", ""], lines[3..].Append(""));
        Assert.Equal("epoch,loss,accuracy,val_loss,val_accuracy,learning_rate,seconds,images_per_second\n", HistoryFormat.ToCsv(new([])));
    }

    [Theory]
    [InlineData("{}", "array")]
    [InlineData("[1]", "epoch 1 is not an object")]
    [InlineData("[{\"epoch\":\"1\"}]", "epoch 1 is missing")]
    [InlineData("[{\"epoch\":2,\"loss\":1,\"accuracy\":1,\"val_loss\":1,\"val_accuracy\":1,\"learning_rate\":1,\"seconds\":1,\"images_per_second\":1},{\"epoch\":4}]", "epoch 3 is missing")]
    [InlineData("[{\"epoch\":1,\"loss\":null}]", "epoch 1 has no number 'loss'")]
    [InlineData("[{\"epoch\":1,\"loss\":1,\"accuracy\":1,\"val_loss\":1,\"val_accuracy\":1,\"learning_rate\":1,\"seconds\":1,\"images_per_second\":1,\"more\":\"x\"}]", "epoch 1 has no number 'more'")]
    public void What_is_no_history_is_said(string json, string why) =>
        Assert.Contains(why, Assert.Throws<FormatException>(() => HistoryFormat.FromJson(JsonNode.Parse(json))).Message, StringComparison.Ordinal);

    private static History History(int first) => new(
    [
        new(first, 1.0 / 3, 0.5, 0.1, 0.25, 1e-5, 12.5, 80) { Extra = new Dictionary<string, double> { ["extra"] = 0.1 + 0.2 } },
        new(first + 1, 2.0 / 3, 0.5, 0.1, 0.25, 1e-5, 12.5, 80) { Extra = new Dictionary<string, double> { ["late"] = -2 } },
    ]);
}
