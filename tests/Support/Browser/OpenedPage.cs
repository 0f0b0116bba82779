using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.Playwright;

namespace MathSymbols.Tests.Browser;

/// <summary>A page in the browser, with what it asked for and what it complained of since it was opened.</summary>
public sealed class OpenedPage : IAsyncDisposable
{
    private const int Height = 900;

    private readonly IBrowserContext _context;
    private readonly ConcurrentQueue<string> _requests = [];
    private readonly ConcurrentQueue<string> _complaints = [];

    private OpenedPage(IBrowserContext context, IPage page)
    {
        (_context, Page) = (context, page);
        page.Console += (_, m) =>
        {
            if (m.Type is "error" or "warning") _complaints.Enqueue($"{m.Type}: {m.Text}");
        };
        page.PageError += (_, error) => _complaints.Enqueue($"page error: {error}");
        page.Crash += (_, _) => _complaints.Enqueue("the page crashed");
    }

    public IPage Page { get; }

    /// <summary>Whatever was asked for beside the page itself and what it carries.</summary>
    public IReadOnlyCollection<string> Requests => _requests;

    /// <summary>Errors and warnings of the console, and errors that nothing caught.</summary>
    public IReadOnlyCollection<string> Complaints => _complaints;

    public static async Task<OpenedPage> OpenAsync(IBrowser browser, Uri file, int width, bool dark, string? before)
    {
        var context = await browser.NewContextAsync(new()
        {
            ViewportSize = new() { Width = width, Height = Height },
            ColorScheme = dark ? ColorScheme.Dark : ColorScheme.Light,
            ReducedMotion = ReducedMotion.Reduce,
            Offline = true,
            Permissions = ["clipboard-read", "clipboard-write"],
        });
        if (before is not null) await context.AddInitScriptAsync(before);
        var opened = new OpenedPage(context, await context.NewPageAsync());
        opened.Page.Request += (_, request) =>
        {
            var isOwn = request.Url.StartsWith("data:", StringComparison.Ordinal) || request.Url.StartsWith("blob:", StringComparison.Ordinal) || new Uri(request.Url).AbsolutePath == file.AbsolutePath;
            if (!isOwn) opened._requests.Enqueue(request.Url);
        };
        await opened.Page.GotoAsync(file.AbsoluteUri);
        return opened;
    }

    /// <summary>Scrolls to the end, a window at a time, so that whatever waits for the reader is shown.</summary>
    public Task ScrollThroughAsync() => Page.EvaluateAsync(
        """
        async step => {
          const frame = () => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)));
          for (let y = 0; y < document.scrollingElement.scrollHeight; y += step) { scrollTo(0, y); await frame(); }
        }
        """,
        Height);

    /// <summary>Whether a condition holds in the page.</summary>
    public Task<bool> IsAsync(string script) => Page.EvaluateAsync<bool>(script);

    /// <summary>A number that a script computes in the page.</summary>
    public Task<double> NumberAsync(string script) => Page.EvaluateAsync<double>(script);

    /// <summary>Texts that a script computes in the page.</summary>
    public Task<string[]> TextsAsync(string script) => Page.EvaluateAsync<string[]>(script);

    public async ValueTask DisposeAsync() => await _context.CloseAsync();

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Page.Url}: {_requests.Count} requests, {_complaints.Count} complaints");
}
