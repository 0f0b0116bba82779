using System.Diagnostics;
using MathSymbols.Notebooks.Commands;

namespace MathSymbols.Notebooks.Running;

/// <summary>This program, started again as the child of a notebook.</summary>
internal static class ChildProgram
{
    internal static ProcessStartInfo Start(string notebook, RunLimits limits)
    {
        var program = Environment.ProcessPath ?? DotnetCommand.Path;
        var library = typeof(ChildProgram).Assembly.Location;
        var start = new ProcessStartInfo
        {
            // The native launcher, unless it was the dotnet command (or a test host) that started the library.
            FileName = IsOwnLauncher(program, library) ? program : DotnetCommand.Path,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        if (!IsOwnLauncher(program, library)) start.ArgumentList.Add(library);
        start.ArgumentList.Add("kernel");
        start.ArgumentList.Add(notebook);
        if (limits.KeepGoing) start.ArgumentList.Add(KernelArguments.KeepGoing);
        start.Environment[ParentLink.Variable] = "1";
        if (limits.Memory is { } memory) MemoryLimit.Set(start.Environment, memory);
        return start;
    }

    private static bool IsOwnLauncher(string program, string library) =>
        library.Length == 0 || Path.GetFileNameWithoutExtension(program) == Path.GetFileNameWithoutExtension(library);
}
