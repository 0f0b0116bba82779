using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace MathSymbols.Notebooks.Format.Ipynb;

/// <summary>Ids that follow from what a cell says: a notebook converted twice has the same, and a changed cell changes only its own.</summary>
internal sealed class IpynbCellIds
{
    private const int Length = 8;

    private readonly HashSet<string> _given = new(StringComparer.Ordinal);

    internal string Next(Cell cell)
    {
        var hash = Hash(cell);
        var id = hash;
        for (var i = 2; !_given.Add(id); i++) id = string.Create(CultureInfo.InvariantCulture, $"{hash}-{i}");
        return id;
    }

    /// <summary>The same for a cell in both formats.</summary>
    internal static string Hash(Cell cell) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{cell.Language}\n{CellText.Kept(cell.Source)}")))[..Length];
}
