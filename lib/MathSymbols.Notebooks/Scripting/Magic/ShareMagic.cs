using System.CommandLine;
using MathSymbols.Notebooks.Format;
using Microsoft.DotNet.Interactive.Formatting;

namespace MathSymbols.Notebooks.Scripting.Magic;

/// <summary><c>#!share</c>: gives C# a variable of another kernel, the very same object where it can.</summary>
internal sealed class ShareMagic : MagicCommand
{
    private readonly Argument<string?> _name = new("NAME") { Arity = ArgumentArity.ZeroOrOne };
    private readonly Option<string?> _nameOption = new("--name");
    private readonly Option<string> _from = new("--from") { Required = true };
    private readonly Option<string?> _as = new("--as");
    private readonly Option<string?> _mimeType = new("--mime-type");

    internal ShareMagic()
        : base("#!share", "Get a value from one kernel and create a copy (or a reference) in another.")
    {
        Syntax.Arguments.Add(_name);
        Syntax.Options.Add(_nameOption);
        Syntax.Options.Add(_from);
        Syntax.Options.Add(_as);
        Syntax.Options.Add(_mimeType);
    }

    internal override bool Suits(string language) => language == Cell.CSharp;

    internal override void Check(ParseResult arguments, MagicLine line)
    {
        if (Name(arguments) is null) throw line.Failure("#!share wants the name of the value.");
        SetMagic.CheckName(Target(arguments), line);
    }

    internal override async Task RunAsync(ParseResult arguments, MagicLine line, MagicCall call)
    {
        var name = Name(arguments)!;
        var value = SetMagic.Find(arguments.GetRequiredValue(_from), name, line, call);
        if (arguments.GetValue(_mimeType) is { } mimeType) value = value.ToDisplayString(mimeType);
        await SetMagic.AssignAsync(Target(arguments), value ?? throw line.Failure($"{name} is null, which #!share cannot pass on."), line, call);
    }

    private string Target(ParseResult arguments) => arguments.GetValue(_as) ?? Name(arguments)!;

    private string? Name(ParseResult arguments) => arguments.GetValue(_nameOption) ?? arguments.GetValue(_name);
}
