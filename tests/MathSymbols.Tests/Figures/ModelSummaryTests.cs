using MathSymbols.Figures;
using MathSymbols.Models;
using MathSymbols.Tests.Support;
using TorchSharp;
using Xunit;

namespace MathSymbols.Tests.Figures;

public sealed class ModelSummaryTests
{
    [Fact]
    public void AlexNets_layers_have_the_reports_shapes_and_parameters()
    {
        using var model = new AlexNet(19);
        var summary = model.Summary();
        Assert.Equal((21_891_347, 21_889_875, 1_472), (summary.Parameters.Total, summary.Parameters.Trainable, summary.Parameters.NotTrainable));
        Assert.Equal(summary.Parameters.Total, summary.Layers.Sum(l => l.Parameters.Total));
        Assert.Equal(
            [
                ("conv1", "[N, 96, 54, 54]", 34_944), ("pool1", "[N, 96, 26, 26]", 0), ("norm1", "[N, 96, 26, 26]", 384),
                ("conv2", "[N, 256, 22, 22]", 614_656), ("pool2", "[N, 256, 10, 10]", 0), ("norm2", "[N, 256, 10, 10]", 1_024),
                ("conv3", "[N, 256, 8, 8]", 590_080), ("conv4", "[N, 384, 6, 6]", 885_120),
                ("conv5", "[N, 384, 4, 4]", 1_327_488), ("pool5", "[N, 384, 1, 1]", 0), ("norm5", "[N, 384, 1, 1]", 1_536),
                ("flatten", "[N, 384]", 0), ("dense1", "[N, 4096]", 1_576_960), ("dropout1", "[N, 4096]", 0),
                ("dense2", "[N, 4096]", 16_781_312), ("dropout2", "[N, 4096]", 0), ("predictions", "[N, 19]", 77_843),
            ],
            summary.Layers.Select(l => (l.Name, l.ShapeText, l.Parameters.Total)));
        Assert.Equal(("Conv2d, relu", "BatchNorm2d", 192), (summary.Layers[0].Type, summary.Layers[2].Type, summary.Layers[2].Parameters.NotTrainable));
    }

    [Fact]
    public void Nothing_is_changed_and_no_tensor_is_left()
    {
        using var model = new AlexNet(19);
        model.train();
        var frozen = model.named_modules().Single(m => m.name.EndsWith("norm1", StringComparison.Ordinal)).module;
        frozen.eval();
        model.Summary();
        var before = LiveTensors.Settled();
        model.Summary();
        Assert.Equal(before, torch.Tensor.TotalCount);
        Assert.Equal((true, false, true), (model.training, frozen.training, model.named_modules().Single(m => m.name.EndsWith("norm2", StringComparison.Ordinal)).module.training));
    }

    [Fact]
    public void It_is_shown_as_html_and_as_Keras_text()
    {
        using var model = new AlexNet(19, Activation.Tanh);
        var summary = model.Summary();
        var (name, values) = Samples.Report(summary.Html);
        Assert.Equal(("alexnet-summary", 21_891_347), (name, values.GetProperty("total").GetInt64()));
        Assert.Equal([96, 54, 54], values.GetProperty("layers")[0].GetProperty("shape").EnumerateArray().Select(d => d.GetInt32()));
        var text = summary.ToString().Split('\n');
        Assert.Equal("Model: AlexNet", text[0]);
        Assert.Matches(@"^dense1 \(Linear, tanh\) +\[N, 4096\] +1,576,960$", text.Single(l => l.StartsWith("dense1", StringComparison.Ordinal)));
        Assert.Equal("Total parameters 21,891,347, trainable 21,889,875, not trainable 1,472", text[^1]);
    }

    [Fact]
    public void A_shape_that_is_none_is_refused()
    {
        using var model = torch.nn.Linear(3, 2);
        Assert.Throws<ArgumentException>(() => ModelSummary.Of(model));
        Assert.Throws<ArgumentException>(() => ModelSummary.Of(model, 0));
        Assert.Equal([2], ModelSummary.Of(model, 3).Layers.Single().Shape);
    }
}
