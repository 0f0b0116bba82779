using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Scripting;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Scripting;

namespace MathSymbols.Notebooks.Scripting;

/// <summary>A chain of C# submissions: each sees what those before it declared.</summary>
internal sealed class CSharpSession
{
    private static readonly string[] Imports =
    [
        "System", "System.Text", "System.Collections", "System.Collections.Generic", "System.Threading.Tasks", "System.Linq",
        "Microsoft.DotNet.Interactive.Kernel",
    ];

    private readonly ScriptOptions _options;
    private ScriptState<object>? _state;

    internal CSharpSession(string folder)
    {
        _options = ScriptOptions.Default
            .WithLanguageVersion(LanguageVersion.CSharp14)
            .WithImports(Imports)
            .WithReferences(ScriptReferences.All)
            .WithMetadataResolver(ScriptMetadataResolver.Default.WithBaseDirectory(folder))
            .WithSourceResolver(ScriptSourceResolver.Default.WithBaseDirectory(folder))
            .WithFileEncoding(Encoding.UTF8)
            .WithEmitDebugInformation(true);
    }

    /// <summary>Runs one submission; what it assigned before an exception stays.</summary>
    /// <exception cref="CompilationErrorException">It does not compile.</exception>
    internal async Task<SubmissionResult> RunAsync(string code, string path)
    {
        var options = _options.WithFilePath(path);
        Exception? thrown = null;
        bool Keep(Exception e)
        {
            thrown = e;
            return true;
        }

        _state = _state is null
            ? await CSharpScript.Create<object>(code, options, assemblyLoader: ScriptReferences.Loader()).RunAsync(null, Keep)
            : await _state.ContinueWithAsync<object>(code, options, Keep);
        return new SubmissionResult(thrown, thrown is null && HasValue(_state.Script.GetCompilation()), _state.ReturnValue);
    }

    /// <summary>A variable's current value; null when there is none.</summary>
    internal object? Value(string name) => _state?.GetVariable(name)?.Value;

    // A trailing expression without a semicolon is the submission's value, unless it is void.
    private static bool HasValue(Compilation compilation)
    {
        var tree = compilation.SyntaxTrees.Last();
        if (tree.GetRoot() is not CompilationUnitSyntax { Members: [.., GlobalStatementSyntax { Statement: ExpressionStatementSyntax last }] }) return false;
        if (!last.SemicolonToken.IsMissing) return false;
        var type = compilation.GetSemanticModel(tree).GetTypeInfo(last.Expression);
        return (type.Type ?? type.ConvertedType)?.SpecialType != SpecialType.System_Void;
    }
}
