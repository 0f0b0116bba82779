using System.CommandLine;

namespace MathSymbols.Notebooks.Commands;

/// <summary>The arguments of <c>run</c>.</summary>
internal static class RunArguments
{
    internal static Command Create()
    {
        var notebooks = new Argument<string[]>("NOTEBOOK.dib") { Description = "The notebooks, in order.", Arity = ArgumentArity.OneOrMore };
        var page = new PageOptions();
        var limits = new LimitOptions();
        var watch = new Option<bool>("--watch") { Description = "Stay, and run a notebook and those below it again when it or what it uses changes." };
        notebooks.Validators.Add(result =>
        {
            foreach (var token in result.Tokens)
            {
                if (Complaint(token.Value) is { } complaint) result.AddError(complaint);
            }
        });
        var command = new Command("run", "Runs each notebook in a process of its own and writes DIR/index.html and DIR/report.json.") { notebooks, watch };
        page.AddTo(command);
        limits.AddTo(command);
        command.SetAction((parsed, _) => RunCommand.RunAsync(new RunOptions(
            parsed.GetRequiredValue(notebooks), page.Folder(parsed), page.Title(parsed), page.Facts(parsed), limits.Read(parsed), parsed.GetValue(watch))));
        return command;
    }

    private static string? Complaint(string path)
    {
        if (!path.EndsWith(".dib", StringComparison.OrdinalIgnoreCase)) return $"{path} is not a .dib notebook.";
        return File.Exists(path) ? null : $"The notebook {path} does not exist.";
    }
}
