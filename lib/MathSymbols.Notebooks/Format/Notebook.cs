using MathSymbols.Notebooks.Format.Ipynb;

namespace MathSymbols.Notebooks.Format;

/// <summary>A parsed notebook.</summary>
/// <param name="DefaultLanguage">The language of a cell that has no marker.</param>
/// <param name="Cells">Its cells, top to bottom.</param>
internal sealed record Notebook(string DefaultLanguage, IReadOnlyList<Cell> Cells)
{
    /// <summary>The kernels its header names.</summary>
    internal IReadOnlyList<KernelInfo> Kernels { get; init; } = [];

    /// <summary>What the .ipynb file that it came from holds beyond it; null where that is nothing.</summary>
    internal IpynbOrigin? Origin { get; init; }

    /// <summary>Whether a file's name is a notebook's.</summary>
    internal static bool Is(string path) => IpynbFile.Is(path) || path.EndsWith(".dib", StringComparison.OrdinalIgnoreCase);

    /// <summary>Reads a .dib file, or the cells of an .ipynb file; a <see cref="NotebookFormatException"/> says what is wrong with it.</summary>
    internal static Notebook Load(string path)
    {
        if (IpynbFile.Is(path)) return IpynbFile.Load(path).Notebook;
        try
        {
            return NotebookParser.Parse(File.ReadAllText(path));
        }
        catch (NotebookFormatException e)
        {
            throw new NotebookFormatException($"{Path.GetFileName(path)}, line {e.Line}: {e.Message}", e.Line);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new NotebookFormatException($"{path} cannot be read: {e.Message}", 1);
        }
    }
}
