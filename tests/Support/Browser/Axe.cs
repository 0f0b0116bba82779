using Deque.AxeCore.Commons;

namespace MathSymbols.Tests.Browser;

/// <summary>axe-core, run within the page. (Its package for Playwright also carries every passed check out of it, which takes five times as long.)</summary>
internal static class Axe
{
    private static readonly string Script = new BundledAxeScriptProvider().GetScript();

    /// <summary>Each violation at each element, whatever its impact.</summary>
    /// <param name="opened">The page as it is now.</param>
    /// <param name="rules">Only these; none for all.</param>
    public static async Task<string[]> JudgeAsync(OpenedPage opened, params string[] rules)
    {
        await opened.EvaluateAsync<object>(Script);
        return await opened.EvaluateAsync<string[]>(
            """
            rules => axe.run({ resultTypes: ['violations'], ...(rules.length ? { runOnly: rules } : {}) })
              .then(r => r.violations.flatMap(v => v.nodes.map(n => `${v.impact} ${v.id}: ${v.help}: ${n.html}`)))
            """,
            rules);
    }
}
