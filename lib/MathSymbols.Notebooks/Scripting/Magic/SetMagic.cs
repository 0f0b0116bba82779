using System.CommandLine;
using System.Text.Json;
using MathSymbols.Notebooks.Format;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Scripting;
using Microsoft.DotNet.Interactive.Formatting;

namespace MathSymbols.Notebooks.Scripting.Magic;

/// <summary><c>#!set</c>: gives a C# variable a text, or a copy of another variable.</summary>
internal sealed class SetMagic : MagicCommand
{
    private readonly Option<string> _name = new("--name") { Required = true };
    private readonly Option<string> _value = new("--value") { Required = true };
    private readonly Option<string?> _mimeType = new("--mime-type");
    private readonly Option<bool> _byReference = new("--byref") { Arity = ArgumentArity.Zero };

    internal SetMagic()
        : base("#!set", "Sets a value in the current kernel")
    {
        Syntax.Options.Add(_name);
        Syntax.Options.Add(_value);
        Syntax.Options.Add(_mimeType);
        Syntax.Options.Add(_byReference);
    }

    internal override bool Suits(string language) => language == Cell.CSharp;

    internal override void Check(ParseResult arguments, MagicLine line)
    {
        CheckName(arguments.GetRequiredValue(_name), line);
        if (arguments.GetValue(_byReference) && arguments.GetValue(_mimeType) is not null) throw line.Failure("#!set takes --mime-type or --byref, not both.");
    }

    /// <summary>Fails unless a text can name a variable.</summary>
    internal static void CheckName(string name, MagicLine line)
    {
        // The compiler drops some invisible characters from a name.
        var token = SyntaxFactory.ParseToken(name);
        if (token.RawKind != (int)SyntaxKind.IdentifierToken || token.ValueText != name) throw Unnamable(name, line);
    }

    /// <summary>Gives a variable a value.</summary>
    internal static async Task AssignAsync(string name, object value, MagicLine line, MagicCall call)
    {
        try
        {
            await call.Kernel.Session.SetAsync(name, value);
        }
        catch (CompilationErrorException)
        {
            throw Unnamable(name, line);
        }
    }

    internal override async Task RunAsync(ParseResult arguments, MagicLine line, MagicCall call)
    {
        var given = arguments.GetRequiredValue(_value);
        object? value = given;
        if (given.StartsWith('@'))
        {
            var (kernel, name) = Place(given[1..]);
            value = Find(kernel, name, line, call);
            value = arguments.GetValue(_mimeType) is { } mimeType ? value.ToDisplayString(mimeType)
                : arguments.GetValue(_byReference) ? value
                : Copy(value, name, line);
            if (value is null) throw line.Failure($"{name} is null, which #!set cannot pass on.");
        }
        await AssignAsync(arguments.GetRequiredValue(_name), value, line, call);
    }

    /// <summary>A value that has to be there.</summary>
    internal static object? Find(string kernel, string name, MagicLine line, MagicCall call)
    {
        if (!SharedValues.IsKernel(kernel)) throw line.Failure($"there is no kernel {kernel} here; values are shared between csharp and value.");
        if (call.Kernel.Values.TryGet(kernel, name, out var value)) return value;
        throw line.Failure(name is "input" or "password" ? $"there is nobody to ask for @{name}." : $"the kernel {kernel} has no value {name}.");
    }

    private static CellFailure Unnamable(string name, MagicLine line) => line.Failure($"{name} cannot be the name of a variable.");

    private static object? Copy(object? value, string name, MagicLine line)
    {
        try
        {
            return SharedValues.Copy(value);
        }
        catch (Exception e) when (e is JsonException or NotSupportedException or InvalidOperationException)
        {
            throw line.Failure($"{name} cannot be written as JSON, which is how #!set passes it on: {e.Message}");
        }
    }

    /// <summary>Splits <c>kernel:name</c>; a name alone is one of C#.</summary>
    internal static (string Kernel, string Name) Place(string text)
    {
        var at = text.IndexOf(':', StringComparison.Ordinal);
        return at < 0 ? (Cell.CSharp, text) : (text[..at], text[(at + 1)..]);
    }
}
