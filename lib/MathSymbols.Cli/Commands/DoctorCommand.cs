using System.CommandLine;
using MathSymbols.Cli.Doctor;
using Spectre.Console;

namespace MathSymbols.Cli.Commands;

/// <summary><c>doctor</c>: checks everything the program needs, with a verdict each.</summary>
internal static class DoctorCommand
{
    public static Command Create()
    {
        var command = new Command("doctor", "Checks the machine: SDK, LibTorch, device, libstdc++, data, weights, work folder, disk; and prints the limits for files.");
        var options = new SettingsOptions(command);
        command.SetAction((result, _) =>
        {
            var findings = Checks.Run(options.Read(result)).ToList();
            var table = new Table().Border(TableBorder.None).HideHeaders();
            foreach (var column in (string[])["verdict", "what", "found"]) table.AddColumn(column);
            foreach (var finding in findings)
                table.AddRow(new Markup(Mark(finding.Verdict)), new Text(finding.What), new Text(finding.Found));
            AnsiConsole.Write(table);
            return Task.FromResult(findings.Any(f => f.Verdict == Verdict.Missing) ? ExitCode.Failed : ExitCode.Success);
        });
        return command;
    }

    private static string Mark(Verdict verdict) => verdict switch
    {
        Verdict.Fine => "[green]ok[/]",
        Verdict.Notice => "[yellow]note[/]",
        _ => "[red]missing[/]",
    };
}
