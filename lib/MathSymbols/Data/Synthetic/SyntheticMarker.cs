using System.Text.Json;
using MathSymbols.Storage;

namespace MathSymbols.Data.Synthetic;

/// <summary>What made a folder of synthetic images: the content of its file <c>.synthetic.json</c>.</summary>
/// <param name="Format">Always "mathsymbols-synthetic".</param>
/// <param name="Version">The marker's own format version.</param>
/// <param name="Generator">The <see cref="SyntheticSymbols.GeneratorVersion"/> that drew the images.</param>
/// <param name="Seed">The seed.</param>
/// <param name="PerClass">Images in each class.</param>
internal sealed record SyntheticMarker(string Format, int Version, int Generator, int Seed, int PerClass)
{
    public const string FileName = ".synthetic.json";
    private const string FormatName = "mathsymbols-synthetic";
    private const int CurrentVersion = 1;
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true, NewLine = "\n" };

    public static SyntheticMarker For(int seed, int perClass) =>
        new(FormatName, CurrentVersion, SyntheticSymbols.GeneratorVersion, seed, perClass);

    /// <summary>The folder's marker, or null if it has none.</summary>
    /// <exception cref="DataException">It is not readable, or from a newer version.</exception>
    public static SyntheticMarker? Read(string folder)
    {
        var path = Path.Combine(folder, FileName);
        if (!File.Exists(path))
            return null;
        var marker = Parse(path);
        if (marker?.Format != FormatName)
            throw new DataException($"{path} is not a marker of synthetic images. Delete the folder, or choose another.");
        if (marker.Version > CurrentVersion || marker.Generator > SyntheticSymbols.GeneratorVersion)
            throw new DataException($"{folder} was made by a newer version of this program. Update the program, or delete the folder.");
        return marker;
    }

    public void Write(string folder) =>
        File.WriteAllText(Path.Combine(folder, FileName), JsonSerializer.Serialize(this, Json) + "\n");

    private static SyntheticMarker? Parse(string path)
    {
        try
        {
            return JsonSerializer.Deserialize<SyntheticMarker>(RegularFile.ReadText(path, Limits.JsonBytes), Json);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
