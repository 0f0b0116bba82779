namespace MathSymbols.Figures;

/// <summary>The folder with Plotly.NET is not beside the library, so no interactive chart can be made.</summary>
public sealed class PlotlyNotFoundException : Exception
{
    internal PlotlyNotFoundException(string path, Exception? inner = null)
        : base($"Interactive charts need {path}, which is not there; build the solution once (dotnet build -c Release), which lays it beside the library.", inner)
    {
        Path = path;
    }

    /// <summary>The file looked for.</summary>
    public string Path { get; }
}
