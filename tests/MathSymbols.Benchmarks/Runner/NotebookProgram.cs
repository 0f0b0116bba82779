using System.Reflection;

namespace MathSymbols.Benchmarks.Runner;

/// <summary>The cells of an ordinary notebook, as a notebook and as the console program that somebody would have written instead.</summary>
internal static class NotebookProgram
{
    private const string Marker = "#!csharp\n";

    private const string Project = """
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <OutputType>Exe</OutputType>
            <TargetFramework>net10.0</TargetFramework>
            <ImplicitUsings>enable</ImplicitUsings>
            <InvariantGlobalization>true</InvariantGlobalization>
          </PropertyGroup>
        </Project>
        """;

    private const string Display = "static void display(object value) => Console.WriteLine(value is string or not System.Collections.IEnumerable ? value : string.Join(\", \", ((System.Collections.IEnumerable)value).Cast<object>()));\n";

    private static readonly Lazy<string> Text = new(() =>
    {
        using var reader = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream("cells.dib")!);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    });

    public static int Cells => Split().Count;

    /// <summary>Writes the notebook, with another name each time; its path.</summary>
    public static string WriteNotebook(string folder, int number)
    {
        var path = Path.Combine(folder, $"cells-{number}.dib");
        File.WriteAllText(path, Text.Value);
        return path;
    }

    /// <summary>Writes the program's project into a folder.</summary>
    public static void WriteProject(string folder)
    {
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, "cells.csproj"), Project);

        // In a program, types stand below the statements.
        File.WriteAllText(Path.Combine(folder, "Program.cs"), "using System.Text;\n" + string.Join('\n', Split().OrderBy(IsType).Prepend(Display)));
    }

    private static List<string> Split() => [.. Text.Value.Split(Marker, StringSplitOptions.RemoveEmptyEntries).Select(c => c.Trim())];

    private static bool IsType(string cell) => cell.StartsWith("record ", StringComparison.Ordinal) || cell.StartsWith("enum ", StringComparison.Ordinal);
}
