using System.Reflection;
using System.Runtime.Loader;

namespace MathSymbols.Figures;

/// <summary>Loads what lies in one folder by itself: its FSharp.Core may differ from the host's.</summary>
internal sealed class PlotlyContext(string folder) : AssemblyLoadContext("MathSymbols.Plotly")
{
    /// <inheritdoc/>
    protected override Assembly? Load(AssemblyName assemblyName)
    {
        var path = Path.Combine(folder, assemblyName.Name + ".dll");
        return File.Exists(path) ? LoadFromAssemblyPath(path) : null;
    }
}
