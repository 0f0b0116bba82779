using System.Diagnostics;
using System.Text;
using MathSymbols.Notebooks.Commands;

namespace MathSymbols.Notebooks.Running;

/// <summary>This program, started again as the child of a notebook.</summary>
internal static class ChildProgram
{
    internal static ProcessStartInfo Start(string notebook)
    {
        var program = Environment.ProcessPath ?? "dotnet";
        var library = typeof(ChildProgram).Assembly.Location;
        var start = new ProcessStartInfo
        {
            // The native launcher, unless it was the dotnet command (or a test host) that started the library.
            FileName = IsOwnLauncher(program, library) ? program : Dotnet(program),
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
            UseShellExecute = false,
        };
        if (!IsOwnLauncher(program, library)) start.ArgumentList.Add(library);
        start.ArgumentList.Add("kernel");
        start.ArgumentList.Add(notebook);
        start.Environment[KernelCommand.TiedToParent] = "1";
        return start;
    }

    private static bool IsOwnLauncher(string program, string library) =>
        library.Length == 0 || Path.GetFileNameWithoutExtension(program) == Path.GetFileNameWithoutExtension(library);

    private static string Dotnet(string program) =>
        Path.GetFileNameWithoutExtension(program) == "dotnet" ? program : Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet";
}
