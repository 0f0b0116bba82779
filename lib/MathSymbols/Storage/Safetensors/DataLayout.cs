namespace MathSymbols.Storage.Safetensors;

/// <summary>The format's rule against polyglot files: the tensors cover the data section without holes or overlaps.</summary>
internal static class DataLayout
{
    /// <summary>Sorts tensors by where their data is, and checks the rule; a header may name them in any order.</summary>
    public static OrderedDictionary<string, TensorInfo> Order(string path, OrderedDictionary<string, TensorInfo> tensors, long dataLength)
    {
        var ordered = new OrderedDictionary<string, TensorInfo>(tensors.Count);
        var end = 0L;

        // An empty tensor starts where its successor does, and must come before it.
        foreach (var (name, info) in tensors.OrderBy(t => t.Value.Offset).ThenBy(t => t.Value.Length))
        {
            if (info.Offset != end)
                throw SafetensorsException.Of(path, $"the data of the tensor {Printable.Quote(name)} start at {info.Offset}, but the data before end at {end}");
            end += info.Length;
            ordered.Add(name, info);
        }

        return end == dataLength ? ordered : throw SafetensorsException.Of(path, $"its tensors have {end} bytes, but {dataLength} follow the header");
    }
}
