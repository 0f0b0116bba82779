using MathSymbols.Notebooks.Hosting;

namespace Microsoft.DotNet.Interactive;

/// <summary>An output that is on show.</summary>
public sealed class DisplayedValue
{
    private readonly DisplaySink _sink;

    internal DisplayedValue(DisplaySink sink, string id, IReadOnlyCollection<string> mimeTypes)
    {
        _sink = sink;
        DisplayId = id;
        MimeTypes = mimeTypes;
    }

    /// <summary>The output's identity within the notebook.</summary>
    public string DisplayId { get; }

    /// <summary>The representations it has.</summary>
    public IReadOnlyCollection<string> MimeTypes { get; }

    /// <summary>Replaces what is shown, in the same place and the same representations.</summary>
    /// <param name="updatedValue">The new value.</param>
    public void Update(object? updatedValue) =>
        _sink.Replace(DisplayId, ValueFormatter.Format(updatedValue, MimeTypes));
}
