namespace MathSymbols.Models.Winograd;

/// <summary>How the tiles of 4 × 4 outputs lie on a batch of images.</summary>
/// <param name="Images">Images in the batch.</param>
/// <param name="Height">Height of an output.</param>
/// <param name="Width">Width of an output.</param>
internal readonly record struct TileGrid(int Images, int Height, int Width)
{
    public int Rows => (Height + TileTransform.Outputs - 1) / TileTransform.Outputs;

    public int Columns => (Width + TileTransform.Outputs - 1) / TileTransform.Outputs;

    public int Count => Images * Rows * Columns;

    /// <summary>Image, first row and first column of a tile's outputs.</summary>
    public (int Image, int Row, int Column) this[int tile]
    {
        get
        {
            var (rest, column) = (tile / Columns, tile % Columns);
            return (rest / Rows, rest % Rows * TileTransform.Outputs, column * TileTransform.Outputs);
        }
    }
}
