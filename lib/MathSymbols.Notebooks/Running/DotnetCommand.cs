namespace MathSymbols.Notebooks.Running;

/// <summary>The dotnet command: the one that runs this program, where it does.</summary>
internal static class DotnetCommand
{
    private const string Name = "dotnet";

    internal static string Path { get; } = Environment.ProcessPath is { } program && System.IO.Path.GetFileNameWithoutExtension(program) == Name
        ? program
        : Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? Name;
}
