using Xunit;

namespace MathSymbols.Tests.Browser;

/// <summary>What a check has found wrong.</summary>
public static class Findings
{
    private const int Told = 8;

    /// <summary>Fails with the first of them, in full.</summary>
    public static void None(IReadOnlyCollection<string> findings) =>
        Assert.True(findings.Count == 0, $"{findings.Count} found:\n{string.Join('\n', findings.Take(Told))}");
}
