using System.CommandLine;

namespace MathSymbols.Notebooks.Commands;

/// <summary>The arguments of <c>export</c>.</summary>
internal static class ExportArguments
{
    internal static Command Create()
    {
        var notebooks = new Argument<string[]>("NOTEBOOK.ipynb") { Description = "Notebooks saved with their outputs, in order.", Arity = ArgumentArity.OneOrMore };
        var page = new PageOptions();
        var scripts = new Option<string[]>("--script") { Description = "A script for outputs that ask for it by data-needs=\"KEY\" and carry it nowhere; may be given more than once.", HelpName = "KEY=FILE" };
        scripts.Validators.Add(result =>
        {
            foreach (var token in result.Tokens)
            {
                if (Pair(token.Value) is not { } pair) result.AddError($"--script wants KEY=FILE, not {token.Value}.");
                else if (!File.Exists(pair.Value)) result.AddError($"The script {pair.Value} does not exist.");
            }
        });
        var command = new Command("export", "Writes DIR/index.html and DIR/report.json from saved notebooks, without running them.") { notebooks };
        page.AddTo(command);
        command.Options.Add(scripts);
        command.SetAction((parsed, _) => ExportCommand.RunAsync(new ExportOptions(
            parsed.GetRequiredValue(notebooks), page.Folder(parsed), page.Title(parsed), page.Facts(parsed), [.. (parsed.GetValue(scripts) ?? []).Select(Pair).OfType<KeyValuePair<string, string>>()])));
        return command;
    }

    private static KeyValuePair<string, string>? Pair(string text)
    {
        var at = text.IndexOf('=', StringComparison.Ordinal);
        return at < 1 ? null : new KeyValuePair<string, string>(text[..at], text[(at + 1)..]);
    }
}
