namespace MathSymbols.Notebooks.Format.Ipynb;

/// <summary>A notebook of Jupyter's format, with what its cells put out when they last ran.</summary>
/// <param name="Notebook">Its cells as a plain notebook.</param>
/// <param name="Cells">The same cells, with their outputs.</param>
internal sealed record IpynbNotebook(Notebook Notebook, IReadOnlyList<IpynbCell> Cells)
{
    /// <summary>The kernel that ran it, in words.</summary>
    internal string? KernelName { get; init; }

    /// <summary>A notebook that has not run.</summary>
    internal static IpynbNotebook Of(Notebook notebook) => new(notebook, [.. notebook.Cells.Select(c => new IpynbCell(c, null, []))]);
}
