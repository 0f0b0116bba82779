using System.Diagnostics;
using System.Text.Json.Nodes;
using MathSymbols.Notebooks.Format;

namespace MathSymbols.Notebooks.Tests.Parity;

/// <summary>The real notebook engine, asked over its standard input, where it is installed.</summary>
internal sealed class EngineProcess : IAsyncDisposable
{
    private readonly Process _process;
    private int _count;

    private EngineProcess(Process process) => _process = process;

    /// <summary>The executable that DOTNET_INTERACTIVE names, or the one on the path or among the global tools; null where there is none.</summary>
    internal static string? Find()
    {
        if (Environment.GetEnvironmentVariable("DOTNET_INTERACTIVE") is { Length: > 0 } given) return given;
        var name = OperatingSystem.IsWindows() ? "dotnet-interactive.exe" : "dotnet-interactive";
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? string.Empty).Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Append(Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".dotnet", "tools"));
        return folders.Select(f => Path.Combine(f, name)).FirstOrDefault(File.Exists);
    }

    internal static EngineProcess Start(string executable, string folder)
    {
        var start = new ProcessStartInfo(executable, ["stdio", "--default-kernel", "csharp", "--working-dir", folder])
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        start.Environment["DOTNET_INTERACTIVE_CLI_TELEMETRY_OPTOUT"] = "1";
        start.Environment["DOTNET_INTERACTIVE_SKIP_FIRST_TIME_EXPERIENCE"] = "1";
        return new EngineProcess(Process.Start(start)!);
    }

    internal async Task<Outcome> RunAsync(Cell cell)
    {
        var token = $"cell{++_count}";
        await SendAsync(token, "SubmitCode", new JsonObject { ["code"] = cell.Source, ["targetKernelName"] = cell.Language });
        var outputs = new List<Output>();
        while (await _process.StandardOutput.ReadLineAsync() is { } line)
        {
            var message = JsonNode.Parse(line)!;
            var from = (string?)message["command"]?["token"] ?? string.Empty;
            if (from != token && !from.StartsWith(token + ".", StringComparison.Ordinal)) continue;
            var @event = message["event"]!;
            switch ((string?)message["eventType"])
            {
                case "ReturnValueProduced" or "DisplayedValueProduced":
                    outputs.AddRange(Formatted(@event).Select(f => new Output("display", f.MimeType, f.Value)));
                    break;
                case "DisplayedValueUpdated":
                    outputs.AddRange(Formatted(@event).Select(f => new Output("update", f.MimeType, f.Value)));
                    break;
                case "StandardOutputValueProduced":
                    outputs.AddRange(Formatted(@event).Select(f => new Output("stdout", string.Empty, f.Value)));
                    break;
                case "StandardErrorValueProduced":
                    outputs.AddRange(Formatted(@event).Select(f => new Output("stderr", string.Empty, f.Value)));
                    break;
                case "CommandFailed" when from == token:
                    return Outcome.Of(outputs, (string?)@event["message"] ?? "failed");
                case "CommandSucceeded" when from == token:
                    return Outcome.Of(outputs, null);
            }
        }
        throw new InvalidOperationException("The engine ended before it had answered.");
    }

    public async ValueTask DisposeAsync()
    {
        await SendAsync("quit", "Quit", []);
        _process.StandardInput.Close();
        await _process.StandardOutput.ReadToEndAsync();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private async Task SendAsync(string token, string type, JsonObject command)
    {
        var message = new JsonObject { ["token"] = token, ["commandType"] = type, ["command"] = command, ["routingSlip"] = new JsonArray() };
        await _process.StandardInput.WriteLineAsync(message.ToJsonString());
        await _process.StandardInput.FlushAsync();
    }

    private static IEnumerable<(string MimeType, string Value)> Formatted(JsonNode @event) =>
        (@event["formattedValues"]?.AsArray() ?? []).Select(f => ((string)f!["mimeType"]!, (string)f["value"]!));
}
