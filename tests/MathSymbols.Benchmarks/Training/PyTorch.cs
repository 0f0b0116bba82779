using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using MathSymbols.Models;

namespace MathSymbols.Benchmarks.Training;

/// <summary>The same steps in PyTorch, by pytorch/alexnet_step.py, in a process of its own each time.</summary>
internal sealed class PyTorch(string python, AlexNet model, int classes, int batchSize, int threads)
{
    private static readonly string Script = Path.Combine(AppContext.BaseDirectory, "pytorch", "alexnet_step.py");

    // What the library's HeapTuning sets for this process, by glibc's variables.
    private static readonly Dictionary<string, string> KeepFreedMemory = new() { ["MALLOC_MMAP_MAX_"] = "0", ["MALLOC_TRIM_THRESHOLD_"] = $"{int.MaxValue}" };

    /// <summary>What was measured: version and linear algebra. Known after the first measurement.</summary>
    public string Name { get; private set; } = "PyTorch";

    /// <summary>Null when the interpreter can import torch; else why it cannot.</summary>
    public string? WhyNot()
    {
        try
        {
            var (code, _, error) = Run(tuned: false, ["-c", "import torch"]);
            return code == 0 ? null : error.Trim().Split('\n')[^1] is { Length: > 0 } last ? last : $"it ended with {code}";
        }
        catch (System.ComponentModel.Win32Exception e)
        {
            return e.Message;
        }
    }

    /// <summary>Images a second over a number of steps.</summary>
    /// <param name="steps">The number.</param>
    /// <param name="tuned">Whether its allocator keeps freed memory, as ours does.</param>
    public double Measure(int steps, bool tuned)
    {
        var (code, output, error) = Run(tuned, [Script, .. Numbers("--steps", steps), .. Numbers("--batch", batchSize), .. Numbers("--threads", threads), .. Numbers("--classes", classes), .. Numbers("--size", model.Size)]);
        if (code != 0) throw new InvalidOperationException($"'{python} {Script}' ended with {code}: {error}");
        using var json = JsonDocument.Parse(output);
        var parameters = model.parameters().Sum(p => p.numel());
        if (json.RootElement.GetProperty("parameters").GetInt64() != parameters) throw new InvalidOperationException("PyTorch's network is not ours: it has another number of parameters.");
        Name = $"PyTorch {json.RootElement.GetProperty("torch").GetString()} ({json.RootElement.GetProperty("math").GetString()})";
        return json.RootElement.GetProperty("images_per_second").GetDouble();
    }

    private static string[] Numbers(string name, int value) => [name, value.ToString(CultureInfo.InvariantCulture)];

    private (int Code, string Output, string Error) Run(bool tuned, string[] arguments)
    {
        var start = new ProcessStartInfo(python, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in KeepFreedMemory)
        {
            start.Environment.Remove(name);
            if (tuned) start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output, error.Result);
    }
}
