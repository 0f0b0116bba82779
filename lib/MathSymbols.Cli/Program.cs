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

            var configuration = new InvocationConfiguration { EnableDefaultExceptionHandler = false };

            // The report so far is written first; the runner knows how long the running cell may take.
            if (parsed.CommandResult.Command.Name == ReportCommand.Name) configuration.ProcessTerminationTimeout = Timeout.InfiniteTimeSpan;
            return await parsed.InvokeAsync(configuration).ConfigureAwait(false);
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
