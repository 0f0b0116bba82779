using System.Text.Json;
using System.Text.Json.Nodes;

namespace MathSymbols.Notebooks.Format.Ipynb;

/// <summary>A notebook's metadata, with those of the .ipynb file that it came from.</summary>
internal static class IpynbRestoredMetadata
{
    private static readonly string[] OfTheKernel = ["kernelspec", "language_info", "polyglot_notebook", "kernelInfo", "dotnet_interactive"];

    internal static JsonObject Write(IpynbOrigin origin, Notebook notebook)
    {
        var usual = IpynbKernels.Write(notebook);
        if (origin.Metadata is null) return usual;
        var own = (JsonObject)origin.Metadata.DeepClone();
        if (FitsKernels(origin, notebook)) return own;
        foreach (var name in OfTheKernel) own.Remove(name);
        foreach (var (name, value) in usual) own[name] = value?.DeepClone();
        return own;
    }

    /// <summary>Whether they name the kernels that the notebook still has.</summary>
    internal static bool FitsKernels(IpynbOrigin origin, Notebook notebook)
    {
        if (origin.Metadata is null) return true;
        try
        {
            var header = IpynbKernels.Read(JsonSerializer.SerializeToElement(origin.Metadata));
            return header.DefaultLanguage == notebook.DefaultLanguage && header.Names.All(n => notebook.Kernels.Any(k => k.Name == n));
        }
        catch (NotebookFormatException)
        {
            return false;
        }
    }
}
