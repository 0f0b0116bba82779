using System.CommandLine;
using MathSymbols.Notebooks.Format;
using MathSymbols.Notebooks.Reports;

namespace MathSymbols.Notebooks.Commands;

/// <summary>The arguments of <c>run</c>.</summary>
internal static class RunArguments
{
    internal static Command Create()
    {
        var notebooks = new Argument<string[]>("NOTEBOOK") { Description = "The notebooks, in order: .dib, or .ipynb, whose saved outputs play no part.", Arity = ArgumentArity.OneOrMore };
        var page = new PageOptions();
        var formats = new Option<string[]>("--to") { Description = "html for one page, ipynb for each notebook with its outputs; may be given twice.", HelpName = "FORMAT", DefaultValueFactory = _ => [ReportFiles.Page] };
        formats.Validators.Add(result =>
        {
            foreach (var token in result.Tokens.Where(t => t.Value is not (ReportFiles.Page or ReportFiles.Notebooks))) result.AddError($"--to wants {ReportFiles.Page} or {ReportFiles.Notebooks}, not {token.Value}.");
        });
        var limits = new LimitOptions();
        var watch = new Option<bool>("--watch") { Description = "Stay, and run a notebook and those below it again when it or what it uses changes." };
        notebooks.Validators.Add(result =>
        {
            foreach (var token in result.Tokens)
            {
                if (Complaint(token.Value) is { } complaint) result.AddError(complaint);
            }
        });
        var command = new Command("run", "Runs each notebook in a process of its own and writes DIR/index.html, or DIR/NAME.ipynb for each, and DIR/report.json.") { notebooks, watch };
        page.AddTo(command);
        command.Options.Add(formats);
        limits.AddTo(command);
        command.SetAction((parsed, _) => RunCommand.RunAsync(new RunOptions(
            parsed.GetRequiredValue(notebooks), page.Folder(parsed), page.Title(parsed), page.Facts(parsed), parsed.GetRequiredValue(formats), limits.Read(parsed), parsed.GetValue(watch))));
        return command;
    }

    private static string? Complaint(string path)
    {
        if (!Notebook.Is(path)) return $"{path} is not a .dib or .ipynb notebook.";
        return File.Exists(path) ? null : $"The notebook {path} does not exist.";
    }
}
