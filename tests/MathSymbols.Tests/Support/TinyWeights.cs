using MathSymbols.Models;
using PureHDF;

namespace MathSymbols.Tests.Support;

/// <summary>A Keras weights file of three small convolutions, whose values count up.</summary>
internal static class TinyWeights
{
    public static IReadOnlyList<Vgg19Convolution> Layout { get; } =
        [new("block1_conv1", 3, 2, PoolAfter: false), new("block1_conv2", 2, 4, PoolAfter: true), new("block2_conv1", 4, 3, PoolAfter: true)];

    /// <summary>Groups and datasets as Keras names them; the values are in Keras' order.</summary>
    public static List<(string Group, (string Name, int[] Shape, float[] Values)[] Datasets)> Content(Func<string, string>? kernel = null, Func<string, string>? bias = null)
    {
        var next = 0f;
        return [.. Layout.Select(l => (l.Name, ((string, int[], float[])[])
        [
            (kernel?.Invoke(l.Name) ?? l.Name + "_W_1:0", [3, 3, l.In, l.Out], Count(9 * l.In * l.Out)),
            (bias?.Invoke(l.Name) ?? l.Name + "_b_1:0", [l.Out], Count(l.Out)),
        ]))];

        float[] Count(int length) => [.. Enumerable.Range(0, length).Select(_ => next += 1)];
    }

    /// <summary>The file as h5py would write it.</summary>
    public static byte[] Bytes() => OldHdf5.Write(Content());

    /// <summary>A file in the form of newer libraries: superblock 3, links in object headers.</summary>
    public static byte[] NewBytes()
    {
        var file = new H5File();
        foreach (var (group, datasets) in Content(_ => "kernel:0", _ => "bias:0"))
        {
            var inner = new H5Group();
            foreach (var (name, shape, values) in datasets) inner[name] = new H5Dataset(values, fileDims: [.. shape.Select(d => (ulong)d)]);
            file[group] = new H5Group { [group] = inner };
        }

        using var stream = new MemoryStream();
        file.Write(stream);
        return stream.ToArray();
    }
}
