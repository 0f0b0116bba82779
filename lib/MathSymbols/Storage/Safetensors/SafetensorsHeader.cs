namespace MathSymbols.Storage.Safetensors;

/// <summary>What a file's header says; tensors in the order of their data.</summary>
internal sealed record SafetensorsHeader(OrderedDictionary<string, string> Metadata, OrderedDictionary<string, TensorInfo> Tensors);
