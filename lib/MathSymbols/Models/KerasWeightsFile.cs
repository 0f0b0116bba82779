using MathSymbols.Storage;
using PureHDF;
using PureHDF.VOL.Native;

namespace MathSymbols.Models;

/// <summary>An open Keras HDF5 file: a group a layer, with its kernel and its bias. Nothing in it is trusted.</summary>
internal sealed class KerasWeightsFile : IDisposable
{
    // Finding and describing one dataset of Keras' file takes some 140 reads of 3 kB in all.
    private const int Reads = 4096;
    private const int HeaderBytes = 1 << 18;

    private readonly string _path;
    private readonly FileStream _stream;
    private readonly GuardedStream _guarded;
    private readonly NativeFile _file;

    private KerasWeightsFile(string path, FileStream stream)
    {
        (_path, _stream, _guarded) = (path, stream, new(stream));
        if (Guarded(() => Hdf5Superblock.Problem(stream)) is { } problem) throw Problem(problem);
        stream.Position = 0;
        _file = Guarded(() => H5File.Open(_guarded, leaveOpen: true));
    }

    /// <summary>Opens a file.</summary>
    /// <exception cref="WeightsException">It is missing, cannot be read, or is no whole HDF5 file.</exception>
    public static KerasWeightsFile Open(string path)
    {
        var stream = OpenStream(path);
        try
        {
            return new(path, stream);
        }
        catch
        {
            stream.Dispose();
            throw;
        }
    }

    /// <summary>A sentence when the file is not Keras' own, byte for byte; otherwise null.</summary>
    /// <exception cref="WeightsException">It cannot be read.</exception>
    /// <exception cref="OperationCanceledException">The reading was ended.</exception>
    public string? Note(CancellationToken cancellation)
    {
        _stream.Position = 0;
        var md5 = Guarded(() => Md5.Of(_stream, cancellation));
        return md5 == Vgg19WeightsFile.Md5 ? null : $"'{Path.GetFileName(_path)}' is not Keras' own file: its MD5 is {md5}, not {Vgg19WeightsFile.Md5}.";
    }

    /// <summary>A convolution's kernel, in Keras' order: height, width, in, out.</summary>
    /// <exception cref="WeightsException">It is missing, damaged, or another network's.</exception>
    public float[] Kernel(Vgg19Convolution layer)
    {
        var kernel = Values(layer.Name, Names(layer, "W_1:0", "kernel:0"), [ConvolutionWeights.Side, ConvolutionWeights.Side, layer.In, layer.Out]);

        // What a dataset reads as whose data were never written.
        return kernel.AsSpan().ContainsAnyExcept(0f) ? kernel : throw Problem($"the kernel of '{layer.Name}' is all zeros");
    }

    /// <summary>A convolution's bias.</summary>
    /// <exception cref="WeightsException">It is missing, damaged, or another network's.</exception>
    public float[] Bias(Vgg19Convolution layer) => Values(layer.Name, Names(layer, "b_1:0", "bias:0"), [layer.Out]);

    /// <summary>Closes the file.</summary>
    public void Dispose()
    {
        _file.Dispose();
        _stream.Dispose();
    }

    // Keras' own file has the first form; what Keras 2 saves by itself has the second, and tools that copy layers leave the third.
    private static string[] Names(Vgg19Convolution layer, string first, string later) => [$"{layer.Name}_{first}", $"{layer.Name}/{later}", later];

    private static FileStream OpenStream(string path)
    {
        try
        {
            return RegularFile.Open(path);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new WeightsException($"There is no weights file '{path}'; {Advice}.", e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new WeightsException($"The weights file '{path}' cannot be opened ({RegularFile.Why(e, path)}): check its permissions, or name another.", e);
        }
    }

    private float[] Values(string layer, string[] names, int[] shape)
    {
        var values = new float[shape.Aggregate(1, (a, b) => a * b)];
        Guarded(
            () =>
            {
                Find(layer, names, shape).Read(values);
                return values;
            },
            sizeof(float) * values.Length);
        return values.AsSpan().ContainsAnyExceptInRange(float.MinValue, float.MaxValue) ? throw Problem($"'{layer}' holds values that are not finite") : values;
    }

    private IH5Dataset Find(string layer, string[] names, int[] shape)
    {
        if (!_file.LinkExists(layer)) throw Problem($"the group '{layer}' is missing");
        if (_file.Get(layer) is not IH5Group group) throw Problem($"'{layer}' is no group");
        var name = names.FirstOrDefault(group.LinkExists) ?? throw Problem($"the dataset '{layer}/{names[0]}' is missing");
        if (group.Get(name) is not IH5Dataset dataset) throw Problem($"'{layer}/{name}' is no dataset");
        if (dataset.Type.Class != H5DataTypeClass.FloatingPoint || dataset.Type.Size != sizeof(float)) throw Problem($"the dataset '{layer}/{name}' is not float32");
        var found = dataset.Space.Dimensions;
        if (!found.SequenceEqual(shape.Select(d => (ulong)d)))
            throw Problem($"the dataset '{layer}/{name}' is [{string.Join(", ", found)}] instead of [{string.Join(", ", shape)}]");

        // Other layouts allocate, decompress, or open other files as the file says; Keras writes none of them.
        return dataset.Layout.Class is H5DataLayoutClass.Contiguous or H5DataLayoutClass.Compact ? dataset : throw Problem($"the dataset '{layer}/{name}' is stored in pieces");
    }

    // A damaged file can make the reader of the format throw anything. What it allocates because a length says so (2 GB at most) stays
    // untouched, since the stream does not fill it, and with that the reading ends.
    private T Guarded<T>(Func<T> read, long dataBytes = 0)
    {
        _guarded.Allow(Reads, HeaderBytes + dataBytes);
        try
        {
            return read();
        }
        catch (Exception e) when (e is not (WeightsException or OperationCanceledException))
        {
            throw Problem("it is damaged", e);
        }
    }

    private WeightsException Problem(string problem, Exception? inner = null) => new($"Cannot read '{_path}' as VGG19's weights: {problem}; {Advice}.", inner);

    private static string Advice => $"what is needed is Keras' {Vgg19WeightsFile.Name}";
}
