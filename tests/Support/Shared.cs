using MathSymbols.Runtime;
using Xunit;

namespace MathSymbols.Tests.Support;

/// <summary>Material beside the clone that a user's clone does not have; tests that need it are skipped without it.</summary>
internal static class Shared
{
    public static string Need(params string[] parts)
    {
        var path = SolutionFolder.Find() is { } solution ? Path.Combine([Path.GetDirectoryName(solution)!, "shared", .. parts]) : "";
        Assert.SkipUnless(Path.Exists(path), $"needs shared/{string.Join('/', parts)} beside the clone");
        return path;
    }
}
