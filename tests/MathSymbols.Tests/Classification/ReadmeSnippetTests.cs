using MathSymbols.Classification;
using MathSymbols.Data;
using MathSymbols.Runtime;
using MathSymbols.Tests.Support;
using Xunit;

namespace MathSymbols.Tests.Classification;

/// <summary>The C# of the README, compiled and run as it stands there, in the folder of the solution.</summary>
public sealed class ReadmeSnippetTests
{
    private static readonly string Clone = SolutionFolder.Find()!;

    [Fact]
    public void The_snippet_names_a_symbol()
    {
        using var folder = new TemporaryFolder();
        File.Copy(Path.Combine(Clone, "data", "own-handwriting", "09.png"), folder["symbol.png"]);
        Directory.CreateDirectory(folder["models"]);
        File.Copy(SavedClassifier.Find(SavedClassifier.SymbolNetName)!, folder["models", SavedClassifier.SymbolNetName]);
        var (before, output) = (Environment.CurrentDirectory, Console.Out);
        using var printed = new StringWriter();
        try
        {
            Environment.CurrentDirectory = folder.Root;
            Console.SetOut(printed);
            Snippet();
        }
        finally
        {
            Console.SetOut(output);
            Environment.CurrentDirectory = before;
        }

        Assert.StartsWith("mul, ", printed.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("README.md", 4)]
    [InlineData("models", "symbolnet.md", 3)]
    [InlineData("models", "math-symbols-classifier.md", 3)]
    public void It_is_the_one_that_stands_there(params object[] place)
    {
        var text = File.ReadAllText(Path.Combine([Clone, .. place.OfType<string>()]));
        var source = File.ReadAllText(Path.Combine(Clone, "tests", "MathSymbols.Tests", "Classification", "ReadmeSnippetTests.cs"));
        var method = source[source.LastIndexOf("static void Snippet()", StringComparison.Ordinal)..].Split('\n').Skip(2).TakeWhile(l => l.Trim() != "}").Select(l => l.Trim());

        // The head's card has its own file in the same lines.
        if (place.Contains("math-symbols-classifier.md")) method = method.Select(l => l.Replace(SavedClassifier.SymbolNetName, SavedClassifier.Name, StringComparison.Ordinal));
        Assert.True(method.Count() >= (int)place[^1]);
        Assert.Contains(string.Concat(method.Take((int)place[^1]).Select(l => $"    {l}\n")), text, StringComparison.Ordinal);
    }

    private static void Snippet()
    {
        var settings = Settings.FromEnvironment();
        using var classifier = SymbolClassifier.Load("models/symbolnet.safetensors", settings, TorchRuntime.Start(settings));
        var prediction = classifier.Read([ImageDecoder.Decode("symbol.png")])[0];
        Console.WriteLine($"{prediction.Label}, {prediction.Confidence:P1}{(prediction.Unsure ? ", a guess" : "")}");
    }
}
