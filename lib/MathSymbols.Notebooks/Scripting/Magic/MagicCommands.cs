using System.CommandLine;

namespace MathSymbols.Notebooks.Scripting.Magic;

/// <summary>The magic commands this program knows: a table that grows.</summary>
internal static class MagicCommands
{
    private static readonly ParserConfiguration Parsing = new() { EnablePosixBundling = false, ResponseFileTokenReplacer = null };

    private static readonly Dictionary<string, MagicCommand> Table = new MagicCommand[]
    {
        new AboutMagic(), new ImportMagic(), new ListMagic(), new SetMagic(), new ShareMagic(), new TimeMagic(), new ValueMagic(), new WhoMagic(), new WhosMagic(),
    }.ToDictionary(c => c.Syntax.Name, StringComparer.Ordinal);

    internal static IEnumerable<Command> All => Table.Values.Select(c => c.Syntax);

    /// <summary>Reads a command's line; a failure is a sentence with its place.</summary>
    internal static Func<MagicCall, Task> Parse(Segment segment, CellSource source)
    {
        var line = new MagicLine(segment, source);
        var arguments = MagicArguments.Split(segment.Text[segment.Command!.Length..]);
        if (!Table.TryGetValue(segment.Command, out var command))
        {
            if (CellSegments.Kernel(segment.Command) is null) throw line.Failure($"the magic command {segment.Command} is not known here.");
            Reject(arguments, line);
            return _ => Task.CompletedTask;
        }
        if (!command.Suits(segment.Language)) throw line.Failure($"{segment.Command} is not known in {segment.Language} cells.");
        Reject(arguments.Where(a => a.Contains('=', StringComparison.Ordinal)), line);
        var parsed = command.Syntax.Parse(arguments, Parsing);
        Reject(parsed.UnmatchedTokens, line);
        if (parsed.Errors is [var error, ..]) throw line.Failure($"{segment.Command}: {error.Message.TrimEnd('.')}.");
        command.Check(parsed, line);
        return call => command.RunAsync(parsed, line, call);
    }

    private static void Reject(IEnumerable<string> arguments, MagicLine line)
    {
        var unknown = arguments.FirstOrDefault(a => a.StartsWith('-'));
        if (unknown is not null) throw line.Failure($"{line.Segment.Command} has no option {unknown}.");
    }
}
