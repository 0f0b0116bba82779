using System.CommandLine;
using MathSymbols.Notebooks.Running;

namespace MathSymbols.Notebooks.Commands;

/// <summary>The options that say what a notebook may do and take.</summary>
internal sealed class LimitOptions
{
    // What an empty notebook takes, and some air.
    private const long LeastMemory = 192L << 20;

    // Time enough to write a checkpoint.
    private static readonly TimeSpan UsualGrace = TimeSpan.FromSeconds(10);

    private readonly Option<bool> _keepGoing = new(KernelArguments.KeepGoing) { Description = "Run the cells after a failed one too." };

    private readonly Option<TimeSpan?> _timeout = Duration("--timeout", "The longest that a cell may run, such as 90s or 1m30s.", atLeast: TimeSpan.FromMilliseconds(1));

    private readonly Option<TimeSpan?> _grace = Duration("--grace", "How long a cell that is told to end may go on before its process is killed; 10s.", atLeast: TimeSpan.Zero);

    private readonly Option<long?> _memory = new("--memory")
    {
        Description = "The most private memory of a notebook, such as 2GiB or 1500MB.",
        HelpName = "SIZE",
        CustomParser = result =>
        {
            var size = Amounts.Size(result.Tokens[0].Value);
            if (size is null) result.AddError($"--memory wants a size with its unit, such as 2GiB or 1500MB, not {result.Tokens[0].Value}.");
            else if (size < LeastMemory) result.AddError($"--memory {result.Tokens[0].Value} is less than an empty notebook needs; the least is {LeastMemory >> 20}MiB.");
            return size;
        },
    };

    internal void AddTo(Command command)
    {
        command.Options.Add(_keepGoing);
        command.Options.Add(_timeout);
        command.Options.Add(_grace);
        command.Options.Add(_memory);
    }

    internal RunLimits Read(ParseResult parsed) => new(parsed.GetValue(_timeout), parsed.GetValue(_memory), parsed.GetValue(_grace) ?? UsualGrace, parsed.GetValue(_keepGoing));

    private static Option<TimeSpan?> Duration(string name, string description, TimeSpan atLeast) => new(name)
    {
        Description = description,
        HelpName = "DURATION",
        CustomParser = result =>
        {
            var duration = Amounts.Duration(result.Tokens[0].Value);
            if (duration is null || duration < atLeast) result.AddError($"{name} wants seconds, or a duration such as 1m30s, not {result.Tokens[0].Value}.");
            return duration;
        },
    };
}
