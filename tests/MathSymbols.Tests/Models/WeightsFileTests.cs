using MathSymbols.Models;
using MathSymbols.Storage.Safetensors;
using MathSymbols.Tests.Support;
using TorchSharp;
using Xunit;
using static TorchSharp.torch.nn;

namespace MathSymbols.Tests.Models;

public sealed class WeightsFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly string _path;

    public WeightsFileTests()
    {
        _path = _folder["weights.safetensors"];
        torch.manual_seed(1);
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_model_is_read_back_bit_for_bit_statistics_included()
    {
        using var model = new TinyModel(3);
        using (var input = torch.rand(5, 3, 8, 8))
        using (model.forward(input))
        {
            // The running statistics have moved.
        }

        WeightsFile.Write(_path, model, new Dictionary<string, string> { ["epoch"] = "4" });
        using var other = new TinyModel(3);
        Assert.NotEqual(TinyModel.Bytes(model), TinyModel.Bytes(other));
        WeightsFile.Read(_path, other);
        Assert.Equal(TinyModel.Bytes(model), TinyModel.Bytes(other));
        using var file = SafetensorsFile.Open(_path);
        Assert.Equal("4", file.Metadata["epoch"]);
        Assert.Equal(model.state_dict().Keys.Order(), file.Tensors.Keys.Order());
    }

    [Fact]
    public void A_tensor_that_is_a_view_of_another_is_written_in_its_own_order()
    {
        using var model = Sequential(Linear(3, 2));
        using (torch.no_grad())
        using (var turned = torch.arange(6, torch.float32).reshape(3, 2))
        using (var view = turned.t())
        {
            Assert.False(view.is_contiguous());
            var linear = (TorchSharp.Modules.Linear)model.children().First();
            linear.weight = Parameter(view);
            WeightsFile.Write(_path, model);
        }

        using var other = Sequential(Linear(3, 2));
        WeightsFile.Read(_path, other);
        Assert.Equal([0f, 2, 4, 1, 3, 5], other.state_dict()["0.weight"].data<float>().ToArray());
    }

    [Fact]
    public void Another_models_weights_are_refused_with_file_tensor_and_shapes()
    {
        using var model = new TinyModel(3);
        WeightsFile.Write(_path, model);
        using var wider = new TinyModel(4);
        Assert.Matches(@"\[3, 6\] instead of F32 \[4, 6\]", Refused(wider));
        using var other = Sequential(Linear(3, 2));
        Assert.Contains("'0.weight' is missing", Refused(other), StringComparison.Ordinal);

        string Refused(Module other)
        {
            var error = Assert.Throws<SafetensorsException>(() => WeightsFile.Read(_path, other));
            Assert.Contains(_path, error.Message, StringComparison.Ordinal);
            Assert.Matches("^[A-Z][^\n]*\\.$", error.Message);
            return error.Message;
        }
    }

    [Fact]
    public void A_shape_without_end_leaves_one_sentence()
    {
        File.WriteAllBytes(_path, SafetensorsBytes.Of("{" + SafetensorsBytes.Tensor("0.weight", "F32", string.Join(',', Enumerable.Repeat('0', 100_000)), "0,0") + "}"));
        using var model = Sequential(Linear(3, 2));
        var error = Assert.Throws<SafetensorsException>(() => WeightsFile.Read(_path, model));
        Assert.EndsWith("the tensor '0.weight' is F32 [0, 0, 0, 0, 0, 0, 0, 0, …] instead of F32 [2, 3].", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_damaged_file_is_refused_and_the_model_stays_as_it_was()
    {
        using var model = new TinyModel(3);
        WeightsFile.Write(_path, model);
        var bytes = File.ReadAllBytes(_path);
        using var other = new TinyModel(3);
        var before = TinyModel.Bytes(other);
        foreach (var damage in (Func<byte[], byte[]>[])[b => b[..^1], b => b[..20], _ => [], b => [.. b[..^5], (byte)(b[^5] ^ 1), .. b[^4..]]])
        {
            File.WriteAllBytes(_path, damage(bytes));
            Assert.Contains(_path, Assert.Throws<SafetensorsException>(() => WeightsFile.Read(_path, other)).Message, StringComparison.Ordinal);
            Assert.Equal(before, TinyModel.Bytes(other));
        }
    }

    [Fact]
    public void Writing_and_reading_leave_no_tensor_behind()
    {
        using var model = new TinyModel(3);
        Pass();
        var before = LiveTensors.Settled();
        Pass();
        Assert.Equal(before, torch.Tensor.TotalCount);

        void Pass()
        {
            WeightsFile.Write(_path, model);
            WeightsFile.Read(_path, model);
        }
    }
}
