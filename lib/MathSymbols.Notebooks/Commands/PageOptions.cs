using System.CommandLine;

namespace MathSymbols.Notebooks.Commands;

/// <summary>The options of every command that writes a page.</summary>
internal sealed class PageOptions
{
    private readonly Option<string> _folder = new("--out") { Description = "The folder for index.html and report.json.", HelpName = "DIR", Required = true };
    private readonly Option<string?> _title = new("--title") { Description = "The page's title.", HelpName = "TEXT" };
    private readonly Option<string[]> _facts = new("--fact") { Description = "A line for the page's header; may be given more than once.", HelpName = "NAME=VALUE" };

    internal PageOptions()
    {
        _folder.Validators.Add(result =>
        {
            if (result.Tokens.Any(t => string.IsNullOrWhiteSpace(t.Value))) result.AddError("--out wants a folder, and was given nothing.");
        });
        _facts.Validators.Add(result =>
        {
            foreach (var token in result.Tokens)
            {
                if (token.Value.IndexOf('=', StringComparison.Ordinal) < 1) result.AddError($"--fact wants NAME=VALUE, not {token.Value}.");
            }
        });
    }

    internal void AddTo(Command command)
    {
        command.Options.Add(_folder);
        command.Options.Add(_title);
        command.Options.Add(_facts);
    }

    internal string Folder(ParseResult parsed) => parsed.GetRequiredValue(_folder);

    internal string? Title(ParseResult parsed) => parsed.GetValue(_title);

    internal IReadOnlyList<KeyValuePair<string, string>> Facts(ParseResult parsed) => [.. (parsed.GetValue(_facts) ?? []).Select(Pair)];

    private static KeyValuePair<string, string> Pair(string text)
    {
        var at = text.IndexOf('=', StringComparison.Ordinal);
        return new KeyValuePair<string, string>(text[..at].Trim(), text[(at + 1)..].Trim());
    }
}
