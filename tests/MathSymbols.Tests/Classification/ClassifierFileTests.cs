using System.Runtime.InteropServices;
using MathSymbols.Classification;
using MathSymbols.Runtime;
using MathSymbols.Storage.Safetensors;
using MathSymbols.Tests.Support;
using TorchSharp;
using Xunit;

namespace MathSymbols.Tests.Classification;

/// <summary>Files that are sound safetensors and no sound classifiers.</summary>
/// <param name="saved">A file that is sound.</param>
public sealed class ClassifierFileTests(SavedHead saved) : IClassFixture<SavedHead>, IDisposable
{
    private const string Head = "head.weight";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    public static TheoryData<string, string, string> Texts { get; } = new()
    {
        { "\"labels\":[\"a\",\"b\",\"c\"]", "\"labels\":[\"a\",\"a\",\"c\"]", "a label is empty, or there twice" },
        { "\"labels\":[\"a\",\"b\",\"c\"]", "\"labels\":[\"a\",\" \",\"c\"]", "a label is empty, or there twice" },
        { "\"labels\":[\"a\",\"b\",\"c\"]", "\"labels\":[\"a\"]", "it has 1 labels" },
        { "\"labels\":[\"a\",\"b\",\"c\"]", "\"labels\":[\"a\",\"b\",\"c\",\"d\"]", "instead of F32 [4, 512]" },
        { "\"labels\":[\"a\",\"b\",\"c\"]", "\"labels\":3", "'labels' is not an array" },
        { "\"image_size\":32", "\"image_size\":64", "instead of F32 [3, 2048]" },
        { "\"image_size\":32", "\"image_size\":31", "'image_size' is not a whole number from 32" },
        { "\"image_size\":32", "\"image_size\":1000000000", "'image_size' is not a whole number" },
        { "\"image_size\":32", "\"image_size\":32,\"image_size\":32", "its description is no JSON" },
        { "\"share\":0.6", "\"share\":0", "'ink.share' is no share" },
        { "\"share\":0.6", "\"share\":0.001", "'ink.share' is no share from 0.02 to 1" },
        { "\"a\",", "\"\\ud800\",", "its description is no JSON" },
        { "\"share\":0.6", "\"share\":1e999", "cannot be read as a classifier" },
        { "\"vgg19\"", "\"resnet\"", "'architecture' is not 'alexnet' or 'vgg19' or 'symbolnet'" },
        { "\"vgg19\"", "\"symbolnet\"", "'image_size' is not a whole number from 224 to 224" },
        { "\"temperature\":1,", "\"temperature\":0,", "'calibration.temperature' is no number from 0.05 to 20" },
        { "\"temperature\":1,", "", "'calibration.temperature' is missing" },
        { "\"threshold\":0.7", "\"threshold\":1.5", "'calibration.threshold' is no number from 0 to 1" },
        { "\"threshold\":0.7", "\"threshold\":\"high\"", "'calibration.threshold' is not a number" },
        { "\"vgg19\"", "\"alexnet\"", "'image_size' is not a whole number from 195" },
        { "\"preprocessing\":\"scaled\"", "\"preprocessing\":\"half\"", "'base.preprocessing' is not" },
        { "\"trained\":\"no\"", "\"trained\":\"yes\"", "stands on VGG19's ImageNet weights, which it does not hold. There is no VGG19 weights file here" },
        { "{", "[", "its description is no JSON" },
    };

    [Theory]
    [MemberData(nameof(Texts))]
    public void A_description_that_does_not_fit_is_said_in_a_sentence(string part, string instead, string expected)
    {
        Assert.SkipWhen(instead.Contains("yes", StringComparison.Ordinal) && Vgg19IsHere(), "models/ has VGG19's weights here");
        Rewrite(metadata => metadata["classifier"] = metadata["classifier"].Replace(part, instead, StringComparison.Ordinal));
        Assert.Contains(expected, Refusal(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("format", "mathsymbols-run", "no classifier of MathSymbols")]
    [InlineData("version", "3", "written by a newer MathSymbols (format version 3, this one reads 2)")]
    [InlineData("version", "one", "its version is no number")]
    public void Another_format_and_a_newer_version_are_said(string key, string value, string expected)
    {
        Rewrite(metadata => metadata[key] = value);
        Assert.Contains(expected, Refusal(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_of_the_first_version_has_no_calibration()
    {
        Rewrite(metadata =>
        {
            metadata["version"] = "1";
            metadata["classifier"] = metadata["classifier"].Replace("\"calibration\":{\"temperature\":1,\"threshold\":0.7,\"bound\":null},", "", StringComparison.Ordinal);
        });
        using var classifier = SymbolClassifier.Load(_folder["bad.safetensors"], new Settings { Work = _folder["work"], Download = false }, TinyDataset.Device, cancellation: TestContext.Current.CancellationToken);
        Assert.Equal(ClassifierCalibration.None, classifier.Description.Calibration);
    }

    [Fact]
    public void A_tensor_that_is_missing_or_does_not_belong_there_is_named()
    {
        Rewrite(tensors: tensors => tensors.Remove("head.bias"));
        Assert.Contains("'head.bias' is missing", Refusal(), StringComparison.Ordinal);
        Rewrite(tensors: tensors => tensors.Add("head.more", (TensorType.U8, [1], [0])));
        Assert.Contains("holds a tensor 'head.more' that does not belong there", Refusal(), StringComparison.Ordinal);
        Rewrite(tensors: tensors => tensors[Head] = tensors[Head] with { Type = TensorType.I32 });
        Assert.Contains("'head.weight' is I32 [3, 512] instead of F32 [3, 512]", Refusal(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(float.NaN)]
    [InlineData(float.PositiveInfinity)]
    public void A_weight_that_is_no_number_is_refused(float value)
    {
        Rewrite(tensors: tensors => BitConverter.TryWriteBytes(tensors[Head].Data.AsSpan(40), value));
        Assert.Contains("'head.weight' holds something that is no finite number", Refusal(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_base_that_sees_something_else_is_refused()
    {
        Rewrite(tensors: tensors => MemoryMarshal.Cast<byte, float>(tensors["base.probe"].Data.AsSpan()).Reverse());
        Assert.Contains("was trained on another VGG19 than the one found here (untrained, seed 19)", Refusal(), StringComparison.Ordinal);
    }

    [Fact]
    public void Data_that_were_changed_are_refused()
    {
        var bytes = File.ReadAllBytes(saved.File);
        bytes[^1] ^= 1;
        File.WriteAllBytes(_folder["bad.safetensors"], bytes);
        Assert.Contains("changed or damaged", Refusal(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_small_file_that_claims_to_be_AlexNet_builds_none()
    {
        Rewrite(metadata => metadata["classifier"] = metadata["classifier"].Replace("\"vgg19\"", "\"alexnet\"", StringComparison.Ordinal).Replace("\"image_size\":32", "\"image_size\":224", StringComparison.Ordinal));
        Assert.Contains("'dense2.weight' is missing", Refusal(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_refusal_leaves_no_tensor_behind()
    {
        Rewrite(tensors: tensors => tensors.Remove("head.bias"));
        Refusal();
        var before = LiveTensors.Settled();
        var built = Built();
        var after = torch.Tensor.TotalCount;
        Refusal();
        Assert.Equal(built, torch.Tensor.TotalCount - after);

        // What TorchSharp counts for building a base and a head, and never takes back.
        long Built()
        {
            TinyClassifiers.Vgg19().Dispose();
            return torch.Tensor.TotalCount - before;
        }
    }

    private static bool Vgg19IsHere() => MathSymbols.Models.Vgg19WeightsFile.Find(new Settings { Work = "/nowhere" }) is not null;

    private string Refusal()
    {
        var settings = new Settings { Work = _folder["work"], Download = false };
        var error = Assert.ThrowsAny<IOException>(() => SymbolClassifier.Load(_folder["bad.safetensors"], settings, TinyDataset.Device, cancellation: TestContext.Current.CancellationToken));
        Assert.True(error is ClassifierException or SafetensorsException, error.GetType().Name);
        Assert.Contains("bad.safetensors'", error.Message, StringComparison.Ordinal);
        return error.Message;
    }

    private void Rewrite(Action<Dictionary<string, string>>? metadata = null, Action<Dictionary<string, (TensorType Type, long[] Shape, byte[] Data)>>? tensors = null)
    {
        using var file = SafetensorsFile.Open(saved.File);
        var texts = file.Metadata.ToDictionary();
        var content = file.Tensors.ToDictionary(t => t.Key, t => (t.Value.Type, t.Value.Shape.ToArray(), Read(file, t.Key)));
        metadata?.Invoke(texts);
        tensors?.Invoke(content);
        SafetensorsWriter.Write(_folder["bad.safetensors"], texts, [.. content.Select(t => new TensorEntry(t.Key, t.Value.Type, t.Value.Item2, s => s.Write(t.Value.Item3)))]);
    }

    private static byte[] Read(SafetensorsFile file, string name)
    {
        var data = new byte[file.Tensors[name].Length];
        file.Read(name, data);
        return data;
    }
}
