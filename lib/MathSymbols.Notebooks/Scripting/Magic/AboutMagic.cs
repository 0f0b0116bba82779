using System.CommandLine;
using System.Net;
using System.Runtime.InteropServices;
using MathSymbols.Notebooks.Hosting;

namespace MathSymbols.Notebooks.Scripting.Magic;

/// <summary><c>#!about</c>: which program runs the cells.</summary>
internal sealed class AboutMagic() : MagicCommand("#!about", "Show version and build information")
{
    internal override Task RunAsync(ParseResult arguments, MagicLine line, MagicCall call)
    {
        var program = typeof(AboutMagic).Assembly.GetName();
        DisplaySink.Show("text/html", $"<p>{WebUtility.HtmlEncode($"{program.Name} {program.Version}, {RuntimeInformation.FrameworkDescription}, {RuntimeInformation.RuntimeIdentifier}")}</p>");
        return Task.CompletedTask;
    }
}
