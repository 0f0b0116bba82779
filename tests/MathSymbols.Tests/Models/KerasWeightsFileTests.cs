using FsCheck.Xunit;
using MathSymbols.Models;
using MathSymbols.Tests.Support;
using PureHDF;
using TorchSharp;
using Xunit;

namespace MathSymbols.Tests.Models;

public sealed class KerasWeightsFileTests : IDisposable
{
    private const long MuchMemory = 100_000_000;

    private readonly TemporaryFolder _folder = new();
    private readonly string _path;

    public KerasWeightsFileTests() => _path = _folder["weights.h5"];

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Kernels_are_turned_from_height_width_in_out_to_out_in_height_width()
    {
        var content = TinyWeights.Content();
        using var weights = Read(OldHdf5.Write(content));
        foreach (var (layer, (tensors, (_, datasets))) in TinyWeights.Layout.Zip(weights.Layers.Zip(content)))
        {
            for (var at = 0; at < datasets[0].Values.Length; at++)
            {
                var (o, i, w, h) = (at % layer.Out, at / layer.Out % layer.In, at / layer.Out / layer.In % 3, at / layer.Out / layer.In / 3);
                Assert.Equal(datasets[0].Values[at], tensors.Kernel[o, i, h, w].item<float>());
            }

            Assert.Equal(datasets[1].Values, tensors.Bias.data<float>().ToArray());
        }
    }

    [Fact]
    public void The_names_and_the_form_of_newer_saves_are_read_too()
    {
        using var old = Read(TinyWeights.Bytes());
        using var later = Read(TinyWeights.NewBytes());
        using var flat = Read(OldHdf5.Write(TinyWeights.Content(_ => "kernel:0", _ => "bias:0")));
        Assert.Equal((old.Digest, old.Digest), (later.Digest, flat.Digest));
        Assert.NotEqual(old.Note, later.Note);
    }

    [Fact]
    public void Values_decide_the_digest()
    {
        var content = TinyWeights.Content();
        using var before = Read(OldHdf5.Write(content));
        content[2].Datasets[1].Values[0] += 1;
        using var after = Read(OldHdf5.Write(content));
        Assert.NotEqual(before.Digest, after.Digest);
    }

    [Fact]
    public void What_does_not_fit_is_named()
    {
        Assert.Contains("group 'block1_conv2' is missing", Refused(Changed(c => c.RemoveAt(1))), StringComparison.Ordinal);
        Assert.Contains("dataset 'block1_conv2/block1_conv2_W_1:0' is missing", Refused(Changed(c => c[1] = ("block1_conv2", []))), StringComparison.Ordinal);
        Assert.Contains("is [3, 3, 2, 3] instead of [3, 3, 2, 4]", Refused(Changed(c => c[1].Datasets[0] = (c[1].Datasets[0].Name, [3, 3, 2, 3], new float[54]))), StringComparison.Ordinal);
        Assert.Contains("is [72] instead of", Refused(Changed(c => c[1].Datasets[0] = (c[1].Datasets[0].Name, [72], new float[72]))), StringComparison.Ordinal);
        Assert.Contains("'block2_conv1' holds values that are not finite", Refused(Changed(c => c[2].Datasets[1].Values[1] = float.NaN)), StringComparison.Ordinal);
        Assert.Contains("not finite", Refused(Changed(c => c[2].Datasets[0].Values[5] = float.NegativeInfinity)), StringComparison.Ordinal);
        Assert.Contains("kernel of 'block1_conv1' is all zeros", Refused(Changed(c => Array.Clear(c[0].Datasets[0].Values))), StringComparison.Ordinal);
        Assert.Contains("'block1_conv1/block1_conv1_W_1:0' is not float32", Refused(New(new double[3, 3, 3, 2])), StringComparison.Ordinal);
        Assert.Contains("is not float32", Refused(New(new int[3, 3, 3, 2])), StringComparison.Ordinal);
        Assert.Contains("is no dataset", Refused(New(new H5Group { ["kernel:0"] = 1f })), StringComparison.Ordinal);
        Assert.Contains("stored in pieces", Refused(New(new H5Dataset(new float[3, 3, 3, 2], chunks: [3, 3, 1, 1]))), StringComparison.Ordinal);
        Assert.Contains("'block1_conv1' is no group", Refused(Bytes(new H5File { ["block1_conv1"] = new float[2] })), StringComparison.Ordinal);

        static byte[] Changed(Action<List<(string Group, (string Name, int[] Shape, float[] Values)[] Datasets)>> change)
        {
            var content = TinyWeights.Content();
            change(content);
            return OldHdf5.Write(content);
        }

        static byte[] New(object kernel) => Bytes(new H5File { ["block1_conv1"] = new H5Group { ["block1_conv1_W_1:0"] = kernel } });

        static byte[] Bytes(H5File file)
        {
            using var stream = new MemoryStream();
            file.Write(stream);
            return stream.ToArray();
        }
    }

    [Fact]
    public void What_is_no_weights_file_is_said_in_a_sentence()
    {
        Assert.Contains("There is no weights file", Sentence(_folder["nowhere", "weights.h5"]), StringComparison.Ordinal);
        Assert.Contains("cannot be opened", Sentence(_folder.Root), StringComparison.Ordinal);
        Assert.Contains("no HDF5 file", Refused([]), StringComparison.Ordinal);
        Assert.Contains("no HDF5 file", Refused("<html>404</html>"u8.ToArray()), StringComparison.Ordinal);
        Assert.Contains("no HDF5 file", Refused(new byte[5000]), StringComparison.Ordinal);
        Assert.Contains("superblock version 9", Refused([.. TinyWeights.Bytes()[..8], 9, .. TinyWeights.Bytes()[9..]]), StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_cut_off_anywhere_is_refused_as_such()
    {
        foreach (var bytes in (byte[][])[TinyWeights.Bytes(), TinyWeights.NewBytes()])
        {
            for (var length = 0; length < bytes.Length; length++)
                Assert.Contains(length < 8 ? "no HDF5 file" : "cut off", Refused(bytes[..length]), StringComparison.Ordinal);
        }
    }

    [Property(MaxTest = 400)]
    public void Damage_gives_other_numbers_or_one_sentence_and_nothing_else(ushort[] places, byte[] values)
    {
        var bytes = TinyWeights.Bytes();
        foreach (var (place, value) in places.Zip(values)) bytes[place % bytes.Length] = value;
        TryRead(bytes);
    }

    [Fact]
    public void Addresses_that_lead_in_circles_or_nowhere_end_in_a_sentence()
    {
        // Every eight bytes become each address that the file holds, and lengths beyond all measure.
        var bytes = TinyWeights.Bytes();
        var addresses = Enumerable.Range(0, bytes.Length / 8).Select(i => BitConverter.ToUInt64(bytes, 8 * i)).Where(a => a > 0 && a < (ulong)bytes.Length).Distinct();
        ulong[] numbers = [.. addresses.Where((_, i) => i % 5 == 0), 0, 1UL << 30, int.MaxValue, ulong.MaxValue];
        var refused = 0;
        for (var at = 0; at + 8 <= bytes.Length; at += 8)
        {
            var damaged = (byte[])bytes.Clone();
            BitConverter.TryWriteBytes(damaged.AsSpan(at), numbers[at / 8 % numbers.Length]);
            if (!TryRead(damaged)) refused++;
        }

        Assert.InRange(refused, 50, bytes.Length / 8);
    }

    [Fact]
    public void Reading_can_be_ended()
    {
        File.WriteAllBytes(_path, TinyWeights.Bytes());
        Assert.ThrowsAny<OperationCanceledException>(() => Vgg19Weights.Read(_path, TinyWeights.Layout, new(canceled: true)));
    }

    [Fact]
    public void Reading_leaves_no_tensor_behind_whether_it_succeeds_or_not()
    {
        var bytes = TinyWeights.Bytes();
        var content = TinyWeights.Content();
        content.RemoveAt(2);
        var lacking = OldHdf5.Write(content);
        Pass();
        var before = LiveTensors.Settled();
        Pass();
        Assert.Equal(before, torch.Tensor.TotalCount);

        void Pass()
        {
            Read(bytes).Dispose();
            Refused(lacking);
        }
    }

    // True when the file is read; false when it is refused in a sentence. Anything else fails the test.
    private bool TryRead(byte[] bytes)
    {
        var allocated = GC.GetAllocatedBytesForCurrentThread();
        try
        {
            Read(bytes).Dispose();
            return true;
        }
        catch (WeightsException e)
        {
            AssertSentence(e);
            return false;
        }
        finally
        {
            // The format's reader allocates what a length declares; nothing touches it, unless the next one is given the same memory.
            if (GC.GetAllocatedBytesForCurrentThread() - allocated > MuchMemory) GC.Collect(2, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        }
    }

    private Vgg19Weights Read(byte[] bytes)
    {
        File.WriteAllBytes(_path, bytes);
        return Vgg19Weights.Read(_path, TinyWeights.Layout, TestContext.Current.CancellationToken);
    }

    private string Refused(byte[] bytes)
    {
        File.WriteAllBytes(_path, bytes);
        return Sentence(_path);
    }

    private static string Sentence(string path) =>
        AssertSentence(Assert.Throws<WeightsException>(() => Vgg19Weights.Read(path, TinyWeights.Layout, TestContext.Current.CancellationToken)), path);

    private static string AssertSentence(WeightsException error, string path = "")
    {
        Assert.Contains(path, error.Message, StringComparison.Ordinal);
        Assert.Matches("^[A-Z][^\n]*[^.]\\.$", error.Message);
        return error.Message;
    }
}
