using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.Playwright;

namespace MathSymbols.Tests.Browser;

/// <summary>A page in the browser, with what it asked for and what it complained of since it was opened.</summary>
public sealed class OpenedPage : IAsyncDisposable
{
    private const int Height = 900;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

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

    /// <summary>What a script computes in the page. The browser itself would wait for ever.</summary>
    public Task<T> EvaluateAsync<T>(string script, object? argument = null) => Page.EvaluateAsync<T>(script, argument).WaitAsync(Patience);

    /// <summary>Whether a condition holds in the page.</summary>
    public Task<bool> IsAsync(string script) => EvaluateAsync<bool>(script);

    /// <summary>Texts that a script computes in the page.</summary>
    public Task<string[]> TextsAsync(string script) => EvaluateAsync<string[]>(script);

    /// <summary>Scrolls to the end, a window at a time, so that whatever waits for the reader is shown.</summary>
    public Task ScrollThroughAsync() => EvaluateAsync<object>(
        """
        async step => {
          // A browser that is short of time may give no frame for long; then the next step is taken without.
          const frame = () => new Promise(done => { requestAnimationFrame(() => requestAnimationFrame(done)); setTimeout(done, 1000); });
          for (let y = 0; y < document.scrollingElement.scrollHeight; y += step) { scrollTo(0, y); await frame(); }
        }
        """,
        Height);

    /// <summary>Opens all that is folded, and waits until the page has been told of the new sizes: observers are told in the order in which they were made, this one last.</summary>
    public Task UnfoldAsync() => EvaluateAsync<object>(
        """
        () => new Promise(done => {
          document.querySelectorAll('details').forEach(d => { d.open = true; });
          new ResizeObserver((_, own) => { own.disconnect(); done(); }).observe(document.body);
        })
        """);

    public async ValueTask DisposeAsync() => await _context.CloseAsync();

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Page.Url}: {_requests.Count} requests, {_complaints.Count} complaints");
}
