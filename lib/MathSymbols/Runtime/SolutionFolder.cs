namespace MathSymbols.Runtime;

/// <summary>The clone this program runs from.</summary>
public static class SolutionFolder
{
    private const string Marker = "MathSymbols.sln";

    /// <summary>The folder that holds MathSymbols.sln, found by walking up from the current folder, then from this library's own; null when there is none.</summary>
    public static string? Find() => WalkUp(Environment.CurrentDirectory) ?? WalkUp(LibraryFolder.Root);

    private static string? WalkUp(string start)
    {
        for (var folder = start; folder is not null; folder = Path.GetDirectoryName(folder))
        {
            if (File.Exists(Path.Combine(folder, Marker))) return folder;
        }

        return null;
    }
}
