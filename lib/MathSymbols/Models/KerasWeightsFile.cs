using PureHDF;
using PureHDF.VOL.Native;

namespace MathSymbols.Models;

/// <summary>An open Keras HDF5 file: a group a layer, with its kernel and its bias. Nothing in it is trusted.</summary>
internal sealed class KerasWeightsFile : IDisposable
{
    private readonly string _path;
    private readonly FileStream _stream;
    private readonly NativeFile _file;

    private KerasWeightsFile(string path, CancellationToken cancellation)
    {
        _path = path;
        _stream = OpenStream(path);
        try
        {
            Md5 = Storage.Md5.Of(_stream, cancellation);
            _file = Guarded(() => H5File.Open(_stream, leaveOpen: true));
        }
        catch
        {
            _stream.Dispose();
            throw;
        }
    }

    /// <summary>The file's MD5, 32 hexadecimal digits.</summary>
    public string Md5 { get; }

    /// <summary>Opens a file.</summary>
    /// <exception cref="WeightsException">It is missing, cannot be read, or is no HDF5 file.</exception>
    /// <exception cref="OperationCanceledException">The reading was ended.</exception>
    public static KerasWeightsFile Open(string path, CancellationToken cancellation) => new(path, cancellation);

    /// <summary>A convolution's kernel, in Keras' order: height, width, in, out.</summary>
    /// <exception cref="WeightsException">It is missing, damaged, or another network's.</exception>
    public float[] Kernel(Vgg19Convolution layer) =>
        Guarded(() => Values(layer.Name, [$"{layer.Name}_W_1:0", "kernel:0"], [ConvolutionWeights.Side, ConvolutionWeights.Side, layer.In, layer.Out]));

    /// <summary>A convolution's bias.</summary>
    /// <exception cref="WeightsException">It is missing, damaged, or another network's.</exception>
    public float[] Bias(Vgg19Convolution layer) => Guarded(() => Values(layer.Name, [$"{layer.Name}_b_1:0", "bias:0"], [layer.Out]));

    /// <summary>Closes the file.</summary>
    public void Dispose()
    {
        _file.Dispose();
        _stream.Dispose();
    }

    private static FileStream OpenStream(string path)
    {
        try
        {
            return new(path, FileMode.Open, FileAccess.Read, FileShare.Read);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new WeightsException($"There is no weights file '{path}'; {Advice}.", e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new WeightsException($"Cannot read the weights file '{path}': {e.Message}", e);
        }
    }

    private float[] Values(string layer, string[] names, int[] shape)
    {
        if (!_file.LinkExists(layer)) throw Problem($"the group '{layer}' is missing");
        var group = _file.Group(layer);
        var name = names.FirstOrDefault(group.LinkExists) ?? throw Problem($"the dataset '{layer}/{names[0]}' is missing");
        var dataset = group.Dataset(name);
        var found = dataset.Space.Dimensions;
        if (dataset.Type.Class != H5DataTypeClass.FloatingPoint || dataset.Type.Size != sizeof(float)) throw Problem($"the dataset '{layer}/{name}' is not float32");
        if (!found.SequenceEqual(shape.Select(d => (ulong)d)))
            throw Problem($"the dataset '{layer}/{name}' is [{string.Join(", ", found)}] instead of [{string.Join(", ", shape)}]");
        var values = new float[shape.Aggregate(1, (a, b) => a * b)];
        dataset.Read(values);
        if (!values.All(float.IsFinite)) throw Problem($"the dataset '{layer}/{name}' holds values that are not finite");
        return values;
    }

    // A damaged file can make the reader of the format throw anything.
    private T Guarded<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception e) when (e is not WeightsException)
        {
            throw Problem("it is damaged or no HDF5 file", e);
        }
    }

    private WeightsException Problem(string problem, Exception? inner = null) => new($"Cannot read '{_path}' as VGG19's weights: {problem}; {Advice}.", inner);

    private static string Advice => $"what is needed is Keras' {Vgg19WeightsFile.Name}";
}
