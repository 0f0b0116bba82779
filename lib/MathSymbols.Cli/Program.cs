using System.CommandLine;
using System.CommandLine.Parsing;
using MathSymbols.Cli.Commands;

namespace MathSymbols.Cli;

/// <summary>The entry point: parses the command line, runs the command, turns exceptions into sentences.</summary>
internal static class Program
{
    private static async Task<int> Main(string[] args)
    {
        try
        {
            var parsed = RootCommandFactory.Create().Parse(args);
            if (parsed.Errors.Count > 0)
            {
                await Console.Error.WriteLineAsync($"mathsymbols: {Refusal(parsed)}").ConfigureAwait(false);
                return ExitCode.Refused;
            }

            // System.CommandLine's own handling of signals cannot end a command that works without awaiting, as nearly all here do.
            var configuration = new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null };

            // The second kills a report's running cell; the runner does that, and writes the report so far.
            var last = parsed.CommandResult.Command.Name == ReportCommand.Name ? 3 : 2;
            return await parsed.InvokeAsync(configuration, StopSignals.Listen(last)).ConfigureAwait(false);
        }
        catch (OperationCanceledException e)
        {
            await Console.Error.WriteLineAsync($"mathsymbols: stopped; {(e is StoppedException ? e.Message : "nothing already on disk was changed.")}").ConfigureAwait(false);
            return ExitCode.Interrupted;
        }
#pragma warning disable CA1031 // The last stop: a person gets a sentence, never a stack trace.
        catch (Exception e)
#pragma warning restore CA1031
        {
            await Console.Error.WriteLineAsync($"mathsymbols: {Sentence.For(e)}").ConfigureAwait(false);
            return ExitCode.Refused;
        }
    }

    private static string Refusal(ParseResult parsed)
    {
        var error = parsed.Errors.OrderByDescending(e => e.Message.StartsWith("Unrecognized", StringComparison.Ordinal)).First();
        return $"{Sentence.OneLine(error.Message).TrimEnd('.')}. See `{Path(parsed.CommandResult)} --help`.";
    }

    private static string Path(CommandResult result) =>
        result.Parent is CommandResult parent ? $"{Path(parent)} {result.Command.Name}" : result.Command.Name;
}
