using System.Runtime.Loader;
using MathSymbols.Figures;
using Microsoft.FSharp.Core;
using Xunit;

namespace MathSymbols.Tests.Figures;

public sealed class PlotlyBridgeTests
{
    [Fact]
    public void A_chart_renders_beside_the_engines_older_FSharp_Core()
    {
        // The default context has its FSharp.Core before the bridge loads its own.
        var own = typeof(FSharpOption<int>).Assembly;
        Assert.Equal(AssemblyLoadContext.Default, AssemblyLoadContext.GetLoadContext(own));
        Assert.StartsWith("10.0.", own.GetName().Version!.ToString(), StringComparison.Ordinal);
        Assert.Contains("FSharp.Core, Version=10.0.", own.FullName, StringComparison.Ordinal);

        var chart = Samples.Chart(TrainingCurves.Create(Samples.History(2), "Curves").Html);
        Assert.Equal(4, chart.GetProperty("data").GetArrayLength());

        var loaded = PlotlyBridge.Shared.Context.Assemblies.ToDictionary(a => a.GetName().Name!, a => a.GetName().Version!);
        Assert.StartsWith("10.1.", loaded["FSharp.Core"].ToString(), StringComparison.Ordinal);
        Assert.Contains("Plotly.NET", loaded.Keys);
        Assert.DoesNotContain(AssemblyLoadContext.Default.Assemblies, a => a.GetName().Name is "Plotly.NET" or "MathSymbols.Plotly");
    }

    [Fact]
    public void Plotly_and_its_FSharp_Core_lie_in_their_own_folder_only()
    {
        var library = Path.GetDirectoryName(typeof(Figure).Assembly.Location)!;
        Assert.Equal(Path.Combine(library, "plotly"), PlotlyBridge.DefaultFolder);
        Assert.True(File.Exists(Path.Combine(library, "plotly", "FSharp.Core.dll")));
        Assert.False(File.Exists(Path.Combine(library, "Plotly.NET.dll")));
        Assert.False(File.Exists(Path.Combine(library, "MathSymbols.Plotly.dll")));
    }

    [Fact]
    public void A_missing_folder_is_one_sentence()
    {
        var folder = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        var error = Assert.Throws<PlotlyNotFoundException>(() => new PlotlyBridge(folder));
        Assert.Equal(Path.Combine(folder, "MathSymbols.Plotly.dll"), error.Path);
        Assert.Equal($"Interactive charts need {error.Path}, which is not there; build the solution once (dotnet build -c Release), which lays it beside the library.", error.Message);
    }
}
