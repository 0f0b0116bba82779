using System.CommandLine;
using MathSymbols.Notebooks.Format;
using Microsoft.DotNet.Interactive.Formatting;
using static Microsoft.DotNet.Interactive.Formatting.PocketViewTags;

namespace MathSymbols.Notebooks.Scripting.Magic;

/// <summary><c>#!whos</c>: the variables with their types and values.</summary>
internal sealed class WhosMagic() : MagicCommand("#!whos", "Display the names of the current top-level variables and their values.")
{
    internal override bool Suits(string language) => language is Cell.CSharp or Cell.Value;

    internal override Task RunAsync(ParseResult arguments, MagicLine line, MagicCall call)
    {
        var values = line.Segment.Language == Cell.Value
            ? call.Kernel.Values.StoredNames.Select(n => (Name: n, Type: typeof(string), Value: (object?)call.Kernel.Values.Stored(n)!.Value))
            : call.Kernel.Session.Variables.Select(v => (v.Name, v.Type, Value: (object?)v.Value));
        var rows = values.Select(v => tr(td(v.Name), td(v.Type), td(v.Value.ToDisplayString("text/plain")))).ToArray();
        ((object)table(thead(tr(th("Variable"), th("Type"), th("Value"))), tbody(rows))).Display("text/html");
        return Task.CompletedTask;
    }
}
