using System.CommandLine;
using MathSymbols.Classification;
using MathSymbols.Cli.Progress;
using MathSymbols.Runtime;

namespace MathSymbols.Cli.Predict;

/// <summary><c>--model</c>: which saved classifier is used.</summary>
internal sealed class ClassifierOption
{
    private readonly Option<string?> _file = new("--model") { Description = "A saved classifier; otherwise the one that comes with the clone.", HelpName = "file" };

    /// <summary>Adds the option to a command.</summary>
    public ClassifierOption(Command command) => command.Options.Add(_file);

    /// <summary>Throws where there is no such file: said before anything that takes time.</summary>
    /// <exception cref="CommandException">The file is not there, or none is named and there is no clone.</exception>
    public void RequireFile(ParseResult result) => FileOf(result);

    /// <summary>Loads it.</summary>
    public SymbolClassifier Load(ParseResult result, Settings settings, TorchDevice device, IProgressLines lines, CancellationToken cancellation) =>
        SymbolClassifier.Load(FileOf(result), settings, device, new DownloadLines(lines).Show, cancellation);

    private string FileOf(ParseResult result)
    {
        var file = result.GetValue(_file) ?? SavedClassifier.Find(SavedClassifier.SymbolNetName) ?? SavedClassifier.Find() ?? throw new CommandException($"There is no clone with models/{SavedClassifier.SymbolNetName} around this program: name a saved classifier with --model.");
        return File.Exists(file) ? file : throw new CommandException($"There is no classifier '{file}': name another with --model; `mathsymbols runs save` makes one of a run.");
    }
}
