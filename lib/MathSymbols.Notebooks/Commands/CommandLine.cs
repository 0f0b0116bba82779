using System.CommandLine;

namespace MathSymbols.Notebooks.Commands;

/// <summary>The program's arguments.</summary>
internal static class CommandLine
{
    internal const int BadArguments = 2;

    internal static async Task<int> RunAsync(string[] args)
    {
        var parsed = Root().Parse(args);
        if (parsed.Errors.Count > 0)
        {
            await Console.Error.WriteLineAsync(parsed.UnmatchedTokens is [var unknown, ..] ? $"{unknown} is not a command or option here." : parsed.Errors[0].Message);
            return BadArguments;
        }
        // Signals are handled by the commands themselves.
        return await parsed.InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = null });
    }

    private static RootCommand Root() => new("Runs .dib notebooks without an editor and writes one HTML page.")
    {
        Run(),
        Kernel(),
    };

    private static Command Run()
    {
        var notebooks = new Argument<string[]>("NOTEBOOK.dib") { Description = "The notebooks, in order.", Arity = ArgumentArity.OneOrMore };
        var folder = new Option<string>("--out") { Description = "The folder for index.html and report.json.", HelpName = "DIR", Required = true };
        var title = new Option<string?>("--title") { Description = "The page's title.", HelpName = "TEXT" };
        var facts = new Option<string[]>("--fact") { Description = "A line for the page's header; may be given more than once.", HelpName = "NAME=VALUE" };
        notebooks.Validators.Add(result =>
        {
            foreach (var token in result.Tokens)
            {
                if (Complaint(token.Value) is { } complaint) result.AddError(complaint);
            }
        });
        facts.Validators.Add(result =>
        {
            foreach (var token in result.Tokens)
            {
                if (token.Value.IndexOf('=', StringComparison.Ordinal) < 1) result.AddError($"--fact wants NAME=VALUE, not {token.Value}.");
            }
        });
        var command = new Command("run", "Runs each notebook in a process of its own and writes DIR/index.html and DIR/report.json.") { notebooks, folder, title, facts };
        command.SetAction((parsed, _) => RunCommand.RunAsync(new RunOptions(
            parsed.GetRequiredValue(notebooks), parsed.GetRequiredValue(folder), parsed.GetValue(title), [.. (parsed.GetValue(facts) ?? []).Select(Pair)])));
        return command;
    }

    private static Command Kernel()
    {
        var notebook = new Argument<string>("NOTEBOOK.dib");
        var command = new Command("kernel", "Runs one notebook in this process and writes events as JSON lines.") { notebook };
        command.Hidden = true;
        command.SetAction((parsed, _) => KernelCommand.RunAsync(parsed.GetRequiredValue(notebook)));
        return command;
    }

    private static string? Complaint(string path)
    {
        if (!path.EndsWith(".dib", StringComparison.OrdinalIgnoreCase)) return $"{path} is not a .dib notebook.";
        return File.Exists(path) ? null : $"The notebook {path} does not exist.";
    }

    private static KeyValuePair<string, string> Pair(string text)
    {
        var at = text.IndexOf('=', StringComparison.Ordinal);
        return new KeyValuePair<string, string>(text[..at].Trim(), text[(at + 1)..].Trim());
    }
}
