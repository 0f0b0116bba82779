using System.Diagnostics;
using System.Text;
using System.Text.Json.Nodes;

namespace MathSymbols.Notebooks.Tests.Parity;

/// <summary>The engine's own reader of notebooks, where it is installed.</summary>
internal sealed class EngineParser(string executable) : IDisposable
{
    private Process _process = Start(executable);

    /// <summary>The cells as language and text; null where the engine gives up.</summary>
    internal async Task<IReadOnlyList<(string Language, string Source)>?> ParseAsync(string text)
    {
        var request = new JsonObject
        {
            ["type"] = "parse", ["id"] = "1", ["serializationType"] = "dib", ["defaultLanguage"] = "csharp",
            ["rawData"] = Convert.ToBase64String(Encoding.UTF8.GetBytes(text)),
        };
        await _process.StandardInput.WriteLineAsync(request.ToJsonString());
        await _process.StandardInput.FlushAsync();
        if (await _process.StandardOutput.ReadLineAsync() is { Length: > 0 } line && JsonNode.Parse(line)?["document"]?["elements"] is JsonArray elements)
        {
            return [.. elements.Select(e => ((string)e!["kernelName"]!, (string)e["contents"]!))];
        }
        // It ends at a text that it cannot read.
        Dispose();
        _process = Start(executable);
        return null;
    }

    public void Dispose()
    {
        _process.StandardInput.Close();
        if (!_process.HasExited) _process.Kill();
        _process.Dispose();
    }

    private static Process Start(string executable) => Process.Start(new ProcessStartInfo(executable, ["notebook-parser"])
    {
        RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false,
    })!;
}
