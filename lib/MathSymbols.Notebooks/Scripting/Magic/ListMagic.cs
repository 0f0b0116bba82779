using System.CommandLine;
using System.Net;
using MathSymbols.Notebooks.Hosting;

namespace MathSymbols.Notebooks.Scripting.Magic;

/// <summary><c>#!lsmagic</c>: the magic commands.</summary>
internal sealed class ListMagic() : MagicCommand("#!lsmagic", "List the available magic commands")
{
    internal override Task RunAsync(ParseResult arguments, MagicLine line, MagicCall call)
    {
        var rows = MagicCommands.All.OrderBy(c => c.Name, StringComparer.Ordinal)
            .Select(c => $"<tr><td><code>{WebUtility.HtmlEncode(c.Name)}</code></td><td>{WebUtility.HtmlEncode(c.Description)}</td></tr>");
        DisplaySink.Show("text/html", $"<table><tbody>{string.Concat(rows)}</tbody></table>");
        return Task.CompletedTask;
    }
}
