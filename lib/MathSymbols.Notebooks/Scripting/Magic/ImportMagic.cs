using System.CommandLine;
using MathSymbols.Notebooks.Format;

namespace MathSymbols.Notebooks.Scripting.Magic;

/// <summary><c>#!import</c>: runs the cells of another notebook, or a .cs file, in place.</summary>
internal sealed class ImportMagic : MagicCommand
{
    private const int Deepest = 32;

    private readonly Argument<string?> _path = new("FILE") { Arity = ArgumentArity.ZeroOrOne };
    private readonly Option<string?> _file = new("--file");

    internal ImportMagic()
        : base("#!import", "Runs another notebook or source code file inline.")
    {
        Syntax.Arguments.Add(_path);
        Syntax.Options.Add(_file);
    }

    internal override void Check(ParseResult arguments, MagicLine line)
    {
        if (File(arguments).Length == 0) throw line.Failure("#!import wants the file to import.");
    }

    internal override async Task RunAsync(ParseResult arguments, MagicLine line, MagicCall call)
    {
        // Relative to the main notebook's folder, in nested imports too.
        var (kernel, file) = (call.Kernel, File(arguments));
        var path = Path.GetFullPath(file, kernel.Folder);
        if (!System.IO.File.Exists(path)) throw line.Failure($"the file to import, {file}, does not exist in {kernel.Folder}.");
        if (kernel.ImportDepth >= Deepest) throw line.Failure($"the import of {file} goes round in circles.");
        kernel.ImportDepth++;
        try
        {
            foreach (var (language, source) in Sources(path, line)) await kernel.RunSourceAsync(language, source, call.Cancellation);
        }
        catch (CellFailure e) when (e.Error.Kind == "runtime" && kernel.ImportDepth == 1)
        {
            throw new CellFailure(e.Error with { Message = e.Error.Message + "\n(The notebook engine would have swallowed this without a word, since it happened in an imported file.)" });
        }
        finally
        {
            kernel.ImportDepth--;
        }
    }

    private string File(ParseResult arguments) => MagicArguments.Unquote(arguments.GetValue(_file) ?? arguments.GetValue(_path) ?? string.Empty);

    private static IEnumerable<(string Language, CellSource Source)> Sources(string path, MagicLine line)
    {
        var name = Path.GetFileName(path);
        if (name.EndsWith(".cs", StringComparison.OrdinalIgnoreCase)) return [(Cell.CSharp, new CellSource(name, null, Read(path, line), true))];
        if (!Notebook.Is(name)) throw line.Failure($"{name} cannot be imported; only .dib, .ipynb and .cs files can.");
        try
        {
            return [.. Notebook.Load(path).Cells.Index().Where(c => c.Item.Language != Cell.Raw).Select(c => (c.Item.Language, new CellSource(name, c.Index + 1, c.Item.Source, true)))];
        }
        catch (NotebookFormatException e)
        {
            throw line.Failure(e.Message);
        }
    }

    private static string Read(string path, MagicLine line)
    {
        try
        {
            return System.IO.File.ReadAllText(path).ReplaceLineEndings("\n");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw line.Failure($"{Path.GetFileName(path)} cannot be read: {e.Message}");
        }
    }
}
