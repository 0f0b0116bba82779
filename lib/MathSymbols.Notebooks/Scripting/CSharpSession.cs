using System.Reflection;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Scripting;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Scripting;
using Microsoft.CodeAnalysis.Scripting.Hosting;

namespace MathSymbols.Notebooks.Scripting;

/// <summary>A chain of C# submissions: each sees what those before it declared.</summary>
internal sealed class CSharpSession
{
    private static readonly string[] Imports =
    [
        "System", "System.Text", "System.Collections", "System.Collections.Generic", "System.Threading.Tasks", "System.Linq",
        "Microsoft.DotNet.Interactive.Kernel",
    ];

    private readonly InteractiveAssemblyLoader _loader = ScriptReferences.Loader();
    private ScriptOptions _options;
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

    /// <summary>The variables, the last of each name.</summary>
    internal IEnumerable<ScriptVariable> Variables => _state?.Variables.Reverse().DistinctBy(v => v.Name).Reverse() ?? [];

    /// <summary>Lets later submissions use assemblies.</summary>
    internal void AddReferences(IEnumerable<string> paths)
    {
        foreach (var path in paths)
        {
            _options = _options.AddReferences(MetadataReference.CreateFromFile(path));
            if (AssemblyIdentity.TryParseDisplayName(AssemblyName.GetAssemblyName(path).FullName, out var identity)) _loader.RegisterDependency(identity, path);
        }
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
            ? await CSharpScript.Create<object>(code, options, assemblyLoader: _loader).RunAsync(null, Keep)
            : await _state.ContinueWithAsync<object>(code, options, Keep);
        return new SubmissionResult(thrown, thrown is null && HasValue(_state.Script.GetCompilation()), _state.ReturnValue);
    }

    /// <summary>A variable's current value; null when there is none.</summary>
    internal object? Value(string name) => _state?.GetVariable(name)?.Value;

    /// <summary>Declares a variable that holds a value.</summary>
    internal async Task SetAsync(string name, object value)
    {
        await RunAsync($"{TypeName.Of(value.GetType())} {name} = default!;", string.Empty);
        _state!.GetVariable(name).Value = value;
    }

    // A submission has a value when it returns one, or when its last statement is an expression without a semicolon that is not void.
    private static bool HasValue(Compilation compilation)
    {
        var tree = compilation.SyntaxTrees.Last();
        var root = (CompilationUnitSyntax)tree.GetRoot();
        if (root.DescendantNodes(n => n is GlobalStatementSyntax or StatementSyntax or CompilationUnitSyntax).Any(n => n is ReturnStatementSyntax)) return true;
        if (root.Members.OfType<GlobalStatementSyntax>().LastOrDefault() is not { Statement: ExpressionStatementSyntax last }) return false;
        if (!last.SemicolonToken.IsMissing) return false;
        var type = compilation.GetSemanticModel(tree).GetTypeInfo(last.Expression);
        return (type.Type ?? type.ConvertedType)?.SpecialType != SpecialType.System_Void;
    }
}
