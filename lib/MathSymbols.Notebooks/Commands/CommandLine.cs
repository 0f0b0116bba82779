using System.CommandLine;

namespace MathSymbols.Notebooks.Commands;

/// <summary>The program's arguments.</summary>
internal static class CommandLine
{
    internal const int BadArguments = 2;

    internal static async Task<int> RunAsync(string[] args)
    {
        var parsed = Root().Parse(args);
        if (parsed.Errors.Count > 0) return Refuse(parsed.UnmatchedTokens is [var unknown, ..] ? $"{unknown} is not a command or option here." : parsed.Errors[0].Message);
        // Signals are handled by the commands themselves.
        return await parsed.InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = null });
    }

    /// <summary>Says why a command is not carried out; its exit code.</summary>
    internal static int Refuse(string sentence)
    {
        Console.Error.WriteLine(sentence);
        return BadArguments;
    }

    private static RootCommand Root() => new("Runs C# notebooks without an editor, writes one HTML page, and turns .dib into .ipynb and back.")
    {
        RunArguments.Create(),
        ExportArguments.Create(),
        ConvertArguments.Create(),
        KernelArguments.Create(),
    };
}
