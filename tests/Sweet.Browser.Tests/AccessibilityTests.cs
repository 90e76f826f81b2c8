using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Sweet.Browser.Tests.Support;

namespace Sweet.Browser.Tests;

[Collection(nameof(RunningSite))]
public sealed class AccessibilityTests(RunningSite running)
{
    // Axe leaves what is new in WCAG 2.2 out unless it is asked for.
    private static readonly AxeRunOptions EveryRule = new()
    {
        Rules = new() { ["target-size"] = new() { Enabled = true } },
        ResultTypes = [ResultType.Violations],
    };

    // The dark scheme is other colors in the same page (Styles/tokens.css): what is not about color, the look at the light one has seen.
    private static readonly AxeRunOptions RulesOfColor = new()
    {
        RunOnly = RunOnlyOptions.Rules("color-contrast", "link-in-text-block"),
        ResultTypes = [ResultType.Violations],
    };

    [Fact]
    public async Task Axe_finds_nothing_on_any_page_light_or_dark_and_on_the_narrowest_screen_none_scrolls_sideways()
    {
        await using var reader = await running.NewReader();
        List<string> findings = [];

        await Tour.Of(reader, async () =>
        {
            await reader.LooksRight();
            findings.AddRange(await FindingsOf(reader, EveryRule));
            await reader.Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark, ReducedMotion = ReducedMotion.Reduce });
            findings.AddRange(await FindingsOf(reader, RulesOfColor));
            await reader.Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
            await reader.Turn(Screen.Narrowest);
            await reader.LooksRight();
            await reader.Turn(Screen.Desktop);
        });

        Assert.Empty(findings);
        reader.HasNothingToComplainOf();
    }

    [Fact]
    public async Task On_the_narrowest_screen_a_wide_table_and_a_long_line_scroll_inside_themselves_by_keyboard()
    {
        await using var reader = await running.NewReader(Screen.Narrowest);
        await reader.Open(Tour.WideArticle);
        await reader.LooksRight();

        var boxes = await reader.Page.Locator(".scroll").AllAsync();
        foreach (var box in boxes)
        {
            Assert.True(await box.EvaluateAsync<bool>("box => box.scrollWidth > box.clientWidth"));
            await box.FocusAsync();
            await reader.Page.Keyboard.PressAsync("ArrowRight");
            await Assertions.Expect(box).Not.ToHaveJSPropertyAsync("scrollLeft", 0);
        }

        Assert.Equal(2, boxes.Count);
        reader.HasNothingToComplainOf();
    }

    private static async Task<IEnumerable<string>> FindingsOf(Reader reader, AxeRunOptions rules)
    {
        var result = await reader.Page.RunAxe(rules);
        return result.Violations.Select(v => $"{reader.Page.Url}: {v.Id} at {string.Join(", ", v.Nodes.Select(n => n.Html))}");
    }
}
