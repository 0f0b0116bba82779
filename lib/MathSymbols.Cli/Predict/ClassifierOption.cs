using System.CommandLine;
using MathSymbols.Classification;
using MathSymbols.Cli.Progress;
using MathSymbols.Runtime;

namespace MathSymbols.Cli.Predict;

/// <summary><c>--model</c>: which saved classifier is used.</summary>
internal sealed class ClassifierOption
{
    private readonly Option<string?> _file = new("--model") { Description = $"A saved classifier; otherwise models/{SavedClassifier.SymbolNetName}, which comes with the program.", HelpName = "file" };

    /// <summary>Adds the option to a command.</summary>
    public ClassifierOption(Command command) => command.Options.Add(_file);

    /// <summary>Throws where there is no such file: said before anything that takes time.</summary>
    /// <exception cref="CommandException">The file is not there, or none is named and the program has none with it.</exception>
    public void RequireFile(ParseResult result) => FileOf(result);

    /// <summary>Loads it.</summary>
    public SymbolClassifier Load(ParseResult result, Settings settings, TorchDevice device, IProgressLines lines, CancellationToken cancellation) =>
        SymbolClassifier.Load(FileOf(result), settings, device, new DownloadLines(lines).Show, cancellation);

    private string FileOf(ParseResult result)
    {
        var file = result.GetValue(_file) ?? SavedClassifier.Find(SavedClassifier.SymbolNetName)
            ?? throw new CommandException($"There is no models/{SavedClassifier.SymbolNetName} beside this program, and no clone around it: name a saved classifier with --model.");
        return File.Exists(file) ? file : throw new CommandException($"There is no classifier '{file}': name another with --model; `mathsymbols runs save` makes one of a run.");
    }
}
