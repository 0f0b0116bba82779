using System.CommandLine;

namespace MathSymbols.Cli.Commands;

/// <summary><c>--out</c> of every command that writes: where to. Nothing, as from a variable that is not set, is refused before any work is done.</summary>
internal sealed class OutOption : Option<string>
{
    /// <summary>The option.</summary>
    /// <param name="description">What is written there.</param>
    /// <param name="takes">What it names: a folder or a file.</param>
    public OutOption(string description, string takes = "folder")
        : base("--out")
    {
        (Description, HelpName) = (description, takes);
        Validators.Add(result =>
        {
            if (result.Tokens.Any(t => string.IsNullOrWhiteSpace(t.Value))) result.AddError($"--out takes a {takes}; it was given nothing.");
        });
    }
}
