namespace MathSymbols.Runtime;

/// <summary>Where this library's own files lie, whatever program has loaded it.</summary>
internal static class LibraryFolder
{
    /// <summary>The folder of MathSymbols.dll.</summary>
    public static string Root { get; } = Path.GetDirectoryName(typeof(LibraryFolder).Assembly.Location) is { Length: > 0 } folder
        ? folder
        : AppContext.BaseDirectory;
}
