using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using MathSymbols.Notebooks.Hosting;

namespace MathSymbols.Notebooks.Scripting.Magic;

/// <summary><c>#!time</c>: says how long the rest of the cell took.</summary>
internal sealed class TimeMagic() : MagicCommand("#!time", "Time the execution of the following code in the cell.")
{
    internal override Task RunAsync(ParseResult arguments, MagicLine line, MagicCall call)
    {
        var clock = Stopwatch.StartNew();
        call.AtEnd.Add(() => DisplaySink.Show("text/plain", string.Create(CultureInfo.InvariantCulture, $"Wall time: {clock.Elapsed.TotalMilliseconds}ms")));
        return Task.CompletedTask;
    }
}
