using System.Globalization;
using System.Text.Json.Nodes;
using MathSymbols.Notebooks.Tests.Support;

namespace MathSymbols.Notebooks.Tests;

/// <summary>One run of the real program over notebooks that flood, crash and fill memory.</summary>
public sealed class HostileFixture : IAsyncLifetime
{
    private const string Native = """
        using System.Runtime.InteropServices;
        static class C
        {
            [DllImport("libc")] static extern nint write(int file, byte[] bytes, nint count);
            [DllImport("libc")] public static extern int close(int file);
            [DllImport("libc")] public static extern nint memset(nint at, int value, nint count);
            public static void Write(int file, byte[] bytes) => write(file, bytes, bytes.Length);
        }
        """;

    private readonly TempFolder _folder = new();

    internal RunnerResult Result { get; private set; } = null!;

    internal string Page { get; private set; } = "";

    internal JsonNode Report { get; private set; } = null!;

    /// <summary>The most memory the runner itself took, in bytes; 0 where it could not be seen.</summary>
    internal long PeakBytes { get; private set; }

    public async ValueTask InitializeAsync()
    {
        string[] notebooks =
        [
            Write(
                "floods",
                "for (var i = 0; i < 100_000; i++) Console.WriteLine(\"one of many lines\");",
                "Console.Write(new string('o', 20_000_000));",
                "for (var i = 0; i < 20_000; i++) display(i);",
                "var d = display(\"first\");\nfor (var i = 0; i < 20_000; i++) d.Update(\"update \" + i);",
                "throw new Exception(new string('e', 5_000_000));",
                Native,
                "C.Write(1, Encoding.UTF8.GetBytes(\"{\\\"event\\\":\\\"cellFin\"));\nConsole.WriteLine(\"after half an event\");\nC.Write(1, Encoding.UTF8.GetBytes(\"{\\\"event\\\":\\\"display\\\"}\\n\"));\nC.Write(1, Enumerable.Range(0, 5000).Select(i => (byte)(i * 7)).ToArray());\nConsole.WriteLine(\"after garbage\");",
                "Console.OpenStandardOutput().Dispose();\nConsole.Out.Close();\nC.close(1);\nConsole.SetOut(new System.IO.StringWriter());",
                "display(\"shown without standard output\");",
                "display(HTML(new string('h', 34_000_000)));\nvar big = new string('b', 22_000_000);\nfor (var i = 0; i < 4; i++) display(HTML(big));"),
            Write("managed", "var kept = new List<byte[]>();\nwhile (true) { kept.Add(new byte[1 << 20]); Array.Fill(kept[^1], (byte)1); }"),
            Write("native", "unsafe { while (true) System.Runtime.InteropServices.NativeMemory.Fill(System.Runtime.InteropServices.NativeMemory.Alloc(1 << 24), 1 << 24, 1); }"),
            Write("single", "Console.WriteLine(\"alive\");\nvar one = new byte[2_100_000_000];"),
            Write("exit", "Console.WriteLine(\"alive\");\nEnvironment.Exit(3);"),
            Write("overflow", "int Deeper(int n) => Deeper(n + 1) + 1;\nDeeper(0)"),
            Write("crash", Native, "C.Write(2, Enumerable.Repeat((byte)'x', 3_000_000).ToArray());\nC.memset(16, 1, 1000);"),
            Write("thread", "new System.Threading.Thread(() => throw new Exception(\"from a thread\")).Start();\nawait Task.Delay(-1);"),
            Write("unfinished", "_ = Task.Run(() => { while (true) display(HTML(new string('z', 5_000_000))); });\nawait Task.Delay(200);\nSystem.Diagnostics.Process.GetCurrentProcess().Kill();\nawait Task.Delay(-1);"),
            Write("lingers", "new System.Threading.Thread(() => System.Threading.Thread.Sleep(-1)).Start();"),
        ];
        var destination = Path.Combine(_folder.Path, "out");
        using var runner = Runner.Start(["run", .. notebooks, "--out", destination, "--memory", "1.5GB", "--keep-going"]);
        var end = Runner.EndAsync(runner);
        while (await Task.WhenAny(end, Task.Delay(20)) != end) PeakBytes = Math.Max(PeakBytes, Peak(runner.Id));
        Result = await end;
        Page = await File.ReadAllTextAsync(Path.Combine(destination, "index.html"));
        Report = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(destination, "report.json")))!;
    }

    public ValueTask DisposeAsync()
    {
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }

    private string Write(string name, params string[] cells) => _folder.Write(name + ".dib", string.Concat(cells.Select(c => $"#!csharp\n\n{c}\n\n")));

    private static long Peak(int processId)
    {
        try
        {
            var line = File.ReadLines($"/proc/{processId}/status").FirstOrDefault(l => l.StartsWith("VmHWM:", StringComparison.Ordinal));
            return line is null ? 0 : 1024 * long.Parse(line[6..].Replace("kB", "", StringComparison.Ordinal), CultureInfo.InvariantCulture);
        }
        catch (IOException)
        {
            return 0;
        }
    }
}
