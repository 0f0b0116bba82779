using System.CommandLine;

namespace MathSymbols.Cli.Report;

/// <summary>The options of <c>report</c> that are the runner's: handed on as they are, and judged there.</summary>
internal sealed class RunnerOptions
{
    private readonly Option<string[]> _formats = new("--to") { Description = "html for one page, ipynb for each notebook with its outputs; may be given twice.", HelpName = "format", DefaultValueFactory = _ => [] };
    private readonly Option<bool>[] _switches =
    [
        new("--watch") { Description = "Stay, and run a notebook and those below it again when it or what it uses changes." },
        new("--keep-going") { Description = "Run a notebook's cells after a failed one too." },
    ];

    private readonly Option<string?>[] _limits =
    [
        new("--timeout") { Description = "The longest a cell may run, such as 90s or 1m30s.", HelpName = "duration" },
        new("--memory") { Description = "The most private memory of a notebook, such as 2GiB or 1500MB.", HelpName = "size" },
        new("--grace") { Description = "How long a cell that is told to end may go on before its process is killed; 10s.", HelpName = "duration" },
    ];

    /// <summary>Adds the options to a command.</summary>
    /// <param name="command">The command that will read them.</param>
    public RunnerOptions(Command command)
    {
        _formats.AcceptOnlyFromAmong("html", "ipynb");
        command.Options.Add(_formats);
        foreach (var option in _switches) command.Options.Add(option);
        foreach (var option in _limits) command.Options.Add(option);
    }

    /// <summary>The runner's arguments for what was given.</summary>
    /// <param name="result">The parsed command line.</param>
    public IReadOnlyList<string> Arguments(ParseResult result)
    {
        List<string> arguments = [.. _switches.Where(result.GetValue).Select(o => o.Name)];
        foreach (var format in result.GetValue(_formats) ?? []) arguments.AddRange([_formats.Name, format]);
        foreach (var option in _limits)
        {
            if (result.GetValue(option) is { } value) arguments.AddRange([option.Name, value]);
        }

        return arguments;
    }
}
