using System.CommandLine;
using MathSymbols.Notebooks.Format;
using static Microsoft.DotNet.Interactive.Formatting.PocketViewTags;

namespace MathSymbols.Notebooks.Scripting.Magic;

/// <summary><c>#!who</c>: the names of the variables.</summary>
internal sealed class WhoMagic() : MagicCommand("#!who", "Display the names of the current top-level variables.")
{
    internal override bool Suits(string language) => language is Cell.CSharp or Cell.Value;

    internal override Task RunAsync(ParseResult arguments, MagicLine line, MagicCall call)
    {
        var names = line.Segment.Language == Cell.Value ? call.Kernel.Values.StoredNames : call.Kernel.Session.Variables.Select(v => v.Name);
        ((object)div(names.ToArray())).Display("text/html");
        return Task.CompletedTask;
    }
}
