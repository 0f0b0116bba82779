using MathSymbols.Models;
using MathSymbols.Tests.Support;
using Xunit;
using static TorchSharp.torch;

namespace MathSymbols.Tests.Models;

public sealed class SymbolNetTests
{
    [Fact]
    public void It_has_half_a_million_parameters_and_gives_a_logit_a_class()
    {
        using var model = Model(19);
        using var logits = model.forward(Drawings(3, channels: 3));
        Assert.Equal(502_835, model.parameters().Sum(p => p.numel()));
        Assert.Equal([3, 19], logits.shape);
        Assert.True(logits.isfinite().all().item<bool>());
    }

    [Fact]
    public void Brightness_of_paper_and_ink_and_which_of_them_is_dark_make_no_difference()
    {
        using var model = Model(7);
        using var images = Drawings(4, channels: 1);
        using var expected = model.forward(images);
        foreach (var changed in (Tensor[])[images * 0.5 + 0.3, images * 0.2 + 0.1, 1 - images, (1 - images) * 0.4 + 0.2, images.expand(-1, 3, -1, -1)])
        {
            using var logits = model.forward(changed);
            Assert.InRange((logits - expected).abs().max().item<float>(), 0, 1e-3f);
        }
    }

    [Fact]
    public void A_blank_sheet_of_any_brightness_speaks_for_no_class()
    {
        using var model = Model(7);
        foreach (var brightness in (float[])[0, 0.5f, 1])
        {
            using var logits = model.forward(full([2, 3, SymbolNet.Size, SymbolNet.Size], brightness));
            Assert.Equal(0, logits.abs().max().item<float>());
        }
    }

    [Fact]
    public void Predicting_leaves_no_tensor_behind()
    {
        using var model = Model(7);
        using var images = Drawings(4, channels: 3);
        Use();
        var before = LiveTensors.Settled();
        Use();
        Assert.Equal(before, Tensor.TotalCount);

        void Use()
        {
            using var none = no_grad();
            model.forward(images).Dispose();
        }
    }

    private static SymbolNet Model(int classes)
    {
        manual_seed(5);
        var model = new SymbolNet(classes);
        model.eval();
        return model;
    }

    // Dark bars on white.
    private static Tensor Drawings(int count, int channels)
    {
        var images = ones(count, channels, SymbolNet.Size, SymbolNet.Size);
        for (var i = 0; i < count; i++) images[i, TensorIndex.Colon, TensorIndex.Slice(40 + 10 * i, 60 + 10 * i), TensorIndex.Slice(20, 120)] = 0.1;
        return images;
    }
}
