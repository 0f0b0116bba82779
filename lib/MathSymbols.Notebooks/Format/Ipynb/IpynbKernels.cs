using System.Text.Json;
using System.Text.Json.Nodes;

namespace MathSymbols.Notebooks.Format.Ipynb;

/// <summary>The metadata of a notebook: which kernel runs it, as Jupyter and Polyglot Notebooks each write it.</summary>
internal static class IpynbKernels
{
    /// <summary>What Polyglot Notebooks calls a notebook whose cells each name their language.</summary>
    private const string Polyglot = "polyglot-notebook";

    private static readonly KernelSpec[] Specs =
    [
        new(Cell.CSharp, ".net-csharp", "C#", ".cs", "text/x-csharp", "csharp"),
        new("fsharp", ".net-fsharp", "F#", ".fs", "text/x-fsharp", "fsharp"),
        new("pwsh", ".net-powershell", "PowerShell", ".ps1", "text/x-powershell", "powershell"),
    ];

    internal static JsonObject Write(Notebook notebook)
    {
        var info = new JsonObject { ["kernelInfo"] = KernelInfo.Write(notebook) };
        // The kernel of a language that is not one of .NET's is not known.
        if (!KernelNames.WellKnown().Contains(notebook.DefaultLanguage)) return new JsonObject { ["polyglot_notebook"] = info };
        var spec = Array.Find(Specs, s => s.Kernel == notebook.DefaultLanguage) ?? Specs[0];
        return new JsonObject
        {
            ["kernelspec"] = new JsonObject { ["display_name"] = $".NET ({spec.Language})", ["language"] = spec.Language, ["name"] = spec.Name },
            // The lexer is for whoever colours the code and has not heard of such notebooks.
            ["language_info"] = new JsonObject { ["file_extension"] = spec.Extension, ["mimetype"] = spec.MimeType, ["name"] = Polyglot, ["pygments_lexer"] = spec.Lexer },
            ["polyglot_notebook"] = info,
        };
    }

    internal static NotebookHeader Read(JsonElement? metadata)
    {
        var info = metadata.Get("polyglot_notebook", "kernelInfo") ?? metadata.Get("kernelInfo") ?? metadata.Get("dotnet_interactive");
        if (info is { ValueKind: JsonValueKind.Object } kernels && info.Get("defaultKernelName").Word() is not null)
        {
            try
            {
                return NotebookHeader.Read(kernels);
            }
            catch (Exception e) when (e is InvalidOperationException or FormatException or ArgumentException)
            {
                throw new NotebookFormatException("the notebook's metadata names its kernels in a shape that is not known", 1);
            }
        }
        return new NotebookHeader(DefaultLanguage(metadata), []);
    }

    private static string DefaultLanguage(JsonElement? metadata)
    {
        if (Array.Find(Specs, s => s.Name == metadata.Get("kernelspec", "name").Word()) is { } spec) return spec.Kernel;
        var language = metadata.Get("language_info", "name").Word() ?? metadata.Get("kernelspec", "language").Word();
        if (language is null or Polyglot) return Cell.CSharp;
        return Array.Find(Specs, s => s.Language == language)?.Kernel ?? language.ToLowerInvariant();
    }

    private sealed record KernelSpec(string Kernel, string Name, string Language, string Extension, string MimeType, string Lexer);
}
