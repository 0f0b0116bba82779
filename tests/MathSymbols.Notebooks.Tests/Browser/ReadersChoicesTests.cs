using MathSymbols.Tests.Browser;
using Microsoft.Playwright;

namespace MathSymbols.Notebooks.Tests.Browser;

/// <summary>What a reader sets on the page, and what becomes of it when the page is opened again.</summary>
[Collection<InBrowser>]
public sealed class ReadersChoicesTests(SmallReport report, Chromium chromium)
{
    private const string Open = "[...document.querySelectorAll('.nb-cell > .nb-code')].map(d => d.open ? '1' : '0')";
    private const string Theme = "document.documentElement.dataset.theme";
    private const string Stored = "localStorage.length";
    private const string OneKept = "JSON.parse(localStorage.getItem('nb-code:' + location.pathname)).except.length === 1";
    private const string NoStorage = "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no storage'); } })";
    private const string SlowStorage = "Storage.prototype.setItem = () => {}";
    private const string NoClipboard = "Object.defineProperty(navigator, 'clipboard', { value: undefined }); document.execCommand = () => false";

    [Fact]
    public async Task Code_opened_one_by_one_stays_open()
    {
        await using var opened = await chromium.OpenAsync(report.Page);
        await opened.Page.Locator(".nb-code > summary").Nth(1).ClickAsync();
        await opened.Page.WaitForFunctionAsync(OneKept);
        await opened.Page.ReloadAsync();
        Assert.Equal("010000", string.Concat(await opened.TextsAsync(Open)));
        Assert.Equal("Show all code", await opened.Page.Locator("#nb-toggle-code").TextContentAsync());
    }

    [Fact]
    public async Task Code_opened_all_at_once_stays_open_but_for_what_was_folded_again()
    {
        await using var opened = await chromium.OpenAsync(report.Page);
        await opened.Page.Locator("#nb-toggle-code").ClickAsync();
        Assert.Equal("111111", string.Concat(await opened.TextsAsync(Open)));
        await opened.Page.Locator(".nb-code > summary").Nth(2).ClickAsync();
        await opened.Page.WaitForFunctionAsync(OneKept);
        await opened.Page.ReloadAsync();
        Assert.Equal("110111", string.Concat(await opened.TextsAsync(Open)));
        await opened.Page.Locator("#nb-toggle-code").ClickAsync();
        await opened.Page.ReloadAsync();
        Assert.Equal("000000", string.Concat(await opened.TextsAsync(Open)));
    }

    [Fact]
    public async Task The_chosen_colours_stay_and_paper_is_light_all_the_same()
    {
        const string Background = "getComputedStyle(document.body).backgroundColor";
        await using var opened = await chromium.OpenAsync(report.Page);
        var light = await opened.EvaluateAsync<string>(Background);
        await opened.Page.Locator("#nb-theme label").Nth(2).ClickAsync();
        var dark = await opened.EvaluateAsync<string>(Background);
        Assert.NotEqual(light, dark);
        await opened.Page.ReloadAsync();
        Assert.Equal(dark, await opened.EvaluateAsync<string>(Background));
        Assert.True(await opened.Page.Locator("#nb-theme input").Nth(2).IsCheckedAsync());
        await opened.Page.EmulateMediaAsync(new() { Media = Media.Print });
        Assert.Equal("rgb(255, 255, 255)", await opened.EvaluateAsync<string>(Background));
    }

    [Fact]
    public async Task A_choice_outlives_a_reload_before_the_browser_has_stored_it()
    {
        await using var opened = await chromium.OpenAsync(report.Page, before: SlowStorage);
        await opened.Page.Locator("#nb-toggle-code").ClickAsync();
        await opened.Page.EvaluateAsync("location.hash = 'elsewhere'");
        await opened.Page.Locator(".nb-code > summary").Nth(2).ClickAsync();
        await opened.Page.Locator("#nb-theme label").Nth(2).ClickAsync();
        await opened.Page.WaitForFunctionAsync("history.state && JSON.parse(history.state['nb-code:' + location.pathname]).except.length === 1");
        await opened.Page.ReloadAsync();
        Assert.Equal("110111dark", string.Concat(await opened.TextsAsync(Open)) + await opened.EvaluateAsync<string>(Theme));
        await opened.Page.GoBackAsync();
        await opened.Page.ReloadAsync();
        Assert.Equal("110111dark", string.Concat(await opened.TextsAsync(Open)) + await opened.EvaluateAsync<string>(Theme));
    }

    [Fact]
    public async Task A_page_that_is_only_looked_at_stores_nothing()
    {
        await using var opened = await chromium.OpenAsync(report.Page);
        Assert.Equal(0, await opened.EvaluateAsync<int>(Stored));
        await opened.Page.ReloadAsync();
        Assert.Equal(0, await opened.EvaluateAsync<int>(Stored));
    }

    [Fact]
    public async Task Without_storage_everything_works_but_is_not_remembered_when_the_page_is_opened_anew()
    {
        await using var opened = await chromium.OpenAsync(report.Page, before: NoStorage);
        await opened.Page.Locator("#nb-toggle-code").ClickAsync();
        await opened.Page.Locator("#nb-theme label").Nth(2).ClickAsync();
        Assert.Equal("111111dark", string.Concat(await opened.TextsAsync(Open)) + await opened.EvaluateAsync<string>(Theme));
        await opened.Page.GotoAsync("about:blank");
        await opened.Page.GotoAsync(new Uri(report.Page).AbsoluteUri);
        Assert.Equal("000000", string.Concat(await opened.TextsAsync(Open)));
        Findings.None(opened.Complaints);
    }

    [Fact]
    public async Task The_command_is_copied()
    {
        await using var opened = await chromium.OpenAsync(report.Page);
        await opened.Page.Locator("[data-copy]").ClickAsync();
        await Assertions.Expect(opened.Page.Locator("[data-copy]")).ToHaveTextAsync("Copied");
        Assert.Equal(SmallReport.Command, await opened.EvaluateAsync<string>("navigator.clipboard.readText()"));
    }

    [Fact]
    public async Task Where_nothing_can_be_copied_the_command_is_selected()
    {
        await using var opened = await chromium.OpenAsync(report.Page, before: NoClipboard);
        await opened.Page.Locator("[data-copy]").ClickAsync();
        await Assertions.Expect(opened.Page.Locator("[data-copy]")).ToHaveTextAsync("Selected");
        Assert.Equal(SmallReport.Command, await opened.EvaluateAsync<string>("getSelection().toString()"));
    }
}
