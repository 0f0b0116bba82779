using System.CommandLine;
using MathSymbols.Benchmarks;

var options = new BenchmarkOptions();
var root = new RootCommand("Measures the parts of the library side by side with what they are judged by, and prints ratios. Without a command: all parts.");
options.AddTo(root);
root.SetAction((result, cancellation) => options.RunAsync(result, BenchmarkPart.All, cancellation));
foreach (var part in BenchmarkPart.All)
{
    var command = new Command(part.Name, part.Description);
    command.SetAction((result, cancellation) => options.RunAsync(result, [part], cancellation));
    root.Subcommands.Add(command);
}

foreach (var child in ChildCommands.Create()) root.Subcommands.Add(child);
return await root.Parse(args).InvokeAsync();
