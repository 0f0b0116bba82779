using System.Reflection;
using Microsoft.Playwright;
using Xunit;

namespace MathSymbols.Tests.Browser;

/// <summary>The system's Chromium, started at the first page and shared by the tests that have it as a fixture; without it, tests are skipped.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private const string Program = "/usr/bin/chromium";

    private readonly SemaphoreSlim _starting = new(1, 1);
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    /// <summary>Whether this machine has the browser.</summary>
    public static bool IsThere => File.Exists(Program);

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    /// <summary>Opens a file in a context of its own, which remembers nothing of others.</summary>
    /// <param name="file">The page's path.</param>
    /// <param name="width">The window's width in pixels.</param>
    /// <param name="dark">Whether the reader prefers dark.</param>
    /// <param name="before">A script that runs before the page's own.</param>
    public async Task<OpenedPage> OpenAsync(string file, int width = 1280, bool dark = false, string? before = null)
    {
        Assert.SkipUnless(IsThere, $"{Program} is not installed.");
        var browser = await StartAsync();
        return await OpenedPage.OpenAsync(browser, new Uri(Path.GetFullPath(file)), width, dark, before);
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null) await _browser.CloseAsync();
        _playwright?.Dispose();
        _starting.Dispose();
    }

    private async Task<IBrowser> StartAsync()
    {
        await _starting.WaitAsync();
        try
        {
            if (_browser is not null) return _browser;
            // Where the package lies; its build would copy it beside the tests otherwise.
            var driver = typeof(Chromium).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == "PlaywrightPackage").Value;
            Environment.SetEnvironmentVariable("PLAYWRIGHT_DRIVER_SEARCH_PATH", driver);
            _playwright = await Playwright.CreateAsync();
            var isRoot = Environment.UserName == "root";
            return _browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = Program, ChromiumSandbox = !isRoot, Args = ["--disable-gpu"] });
        }
        finally
        {
            _starting.Release();
        }
    }
}
