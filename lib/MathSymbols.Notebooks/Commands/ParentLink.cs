using System.Runtime.InteropServices;
using MathSymbols.Notebooks.Running;

namespace MathSymbols.Notebooks.Commands;

/// <summary>A child's side of the tie to its parent, which holds this process's standard input open for as long as it lives.</summary>
internal static class ParentLink
{
    /// <summary>Set by a parent that does so.</summary>
    internal const string Variable = "NOTEBOOK_RUNNER_PARENT";

    private const string Memory = "/proc/self/oom_score_adj";

    /// <summary>Follows the parent, if there is one; its words end cells, and its end is this process's.</summary>
    internal static IDisposable? Follow(CellStop stop)
    {
        if (Environment.GetEnvironmentVariable(Variable) is null) return null;
        foreach (var name in (string[])[Variable, .. MemoryLimit.Variables]) Environment.SetEnvironmentVariable(name, null);
        LetThisGoFirst();
        var input = new StreamReader(Console.OpenStandardInput());
        Console.SetIn(TextReader.Null);
        new Thread(() => Listen(input, stop)) { IsBackground = true, Name = "parent" }.Start();

        // A terminal's Ctrl-C reaches this process too; the parent decides what it means.
        return PosixSignalRegistration.Create(PosixSignal.SIGINT, context => context.Cancel = true);
    }

    private static void Listen(StreamReader input, CellStop stop)
    {
        while (input.ReadLine() is { } word)
        {
            if (word == ParentWord.Stop) stop.Stop();
            else if (ParentWord.Cancelled(word) is { } cell) stop.Cancel(cell);
        }

        // A killed parent closes the pipe: no orphan goes on training.
        Environment.Exit(RunCommand.Cancelled);
    }

    // Where the machine itself runs out of memory, the kernel is to take the notebook and leave the report.
    private static void LetThisGoFirst()
    {
        try
        {
            if (File.Exists(Memory)) File.WriteAllText(Memory, "500");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Then the kernel chooses by itself.
        }
    }
}
