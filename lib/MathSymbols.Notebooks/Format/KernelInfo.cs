using System.Text.Json.Nodes;

namespace MathSymbols.Notebooks.Format;

/// <summary>A kernel as a notebook's header names it.</summary>
/// <param name="Name">What stands after <c>#!</c>.</param>
/// <param name="LanguageName">Its language in words, where the header tells.</param>
/// <param name="Aliases">Other names of the kernel.</param>
internal sealed record KernelInfo(string Name, string? LanguageName, IReadOnlyList<string> Aliases)
{
    /// <summary>The object <c>kernelInfo</c>, the same in both formats: the kernels named, and those that cells need beyond the well-known ones.</summary>
    internal static JsonObject Write(Notebook notebook)
    {
        var named = notebook.Kernels.ToList();
        var wellKnown = KernelNames.WellKnown();
        var needed = notebook.Cells.Select(c => c.Language).Where(l => !wellKnown.Contains(l)).Prepend(notebook.DefaultLanguage).Distinct();
        named.AddRange(needed.Where(n => !named.Exists(k => k.Name == n)).Select(n => new KernelInfo(n, null, [])));
        return new JsonObject
        {
            ["defaultKernelName"] = notebook.DefaultLanguage,
            ["items"] = new JsonArray([.. named.Select(k => k.Write())]),
        };
    }

    private JsonObject Write()
    {
        var item = new JsonObject { ["aliases"] = new JsonArray([.. Aliases.Select(a => (JsonNode)a)]) };
        if (LanguageName is not null) item["languageName"] = LanguageName;
        item["name"] = Name;
        return item;
    }
}
