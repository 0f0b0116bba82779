using System.Text.Json.Nodes;
using MathSymbols.Notebooks.Tests.Support;

namespace MathSymbols.Notebooks.Tests;

/// <summary>One run of the real program over notebooks that end in every way.</summary>
public sealed class RunFixture : IAsyncLifetime
{
    private readonly TempFolder _folder = new();

    internal RunnerResult Result { get; private set; } = null!;

    internal string Page { get; private set; } = "";

    internal JsonNode Report { get; private set; } = null!;

    internal IEnumerable<string> Files => Directory.GetFiles(Path.Combine(_folder.Path, "out")).Select(f => Path.GetFileName(f));

    public async ValueTask InitializeAsync()
    {
        string[] notebooks =
        [
            _folder.Write("good.dib", """
                #!markdown
                # The good one
                #!csharp
                Console.WriteLine("before");
                var shown = display(HTML("<i>first</i>"));
                Console.Error.WriteLine("muted");
                shown.Update(HTML("<i>second</i><script type=\"application/json\" data-report=\"answer\">42</script>"));
                Environment.CurrentDirectory == System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath("good.dib")) && System.IO.File.Exists("good.dib") ? "at home" : "astray"
                #!html
                <b id="html-cell">cell</b>
                """),
            _folder.Write("bad.dib", "1\n#!csharp\n\nvar x = 1;\nthrow new Exception(\"on purpose\");\n#!csharp\nConsole.WriteLine(\"never\");"),
            _folder.Write("failfast.dib", "Console.WriteLine(\"alive\");\nEnvironment.FailFast(\"gave up\");"),
            _folder.Write("killed.dib", "System.Diagnostics.Process.GetCurrentProcess().Kill();\nawait Task.Delay(-1);"),
            _folder.Write("header.dib", "#!meta\n{oops\n#!csharp\n1"),
            _folder.Write("native.dib", """
                using System.Runtime.InteropServices;
                static class C { [DllImport("libc")] public static extern int puts(string s); [DllImport("libc")] public static extern int fflush(nint f); }
                Console.Write("the cell, then ");
                System.Diagnostics.Process.Start("echo", "its child process").WaitForExit();
                C.puts("from native code"); C.fflush(0);
                """),
        ];
        var destination = Path.Combine(_folder.Path, "out");
        Result = await Runner.RunAsync(["run", .. notebooks, "--out", destination, "--title", "All ways", "--fact", "Profile=quick", "--fact", "Command=a=b"]);
        Page = await File.ReadAllTextAsync(Path.Combine(destination, "index.html"));
        Report = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(destination, "report.json")))!;
    }

    public ValueTask DisposeAsync()
    {
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }
}
