using Microsoft.Playwright;
using Sweet.Browser.Tests.Support;

namespace Sweet.Browser.Tests;

/// <summary>The whole way without a pointer: Tab, Enter, Space and typing.</summary>
[Collection(nameof(RunningSite))]
public sealed class KeyboardTests(RunningSite running)
{
    private const int MostStops = 150;

    [Fact]
    public async Task Registers_and_pays_with_the_keyboard_alone()
    {
        await using var reader = await running.NewReader();
        var page = reader.Page;
        await reader.Open("/");

        await EnterAt(page, page.Locator("#feature a"));
        await EnterAt(page, page.GetByRole(AriaRole.Link, new() { Name = "See the course and register" }));
        await EnterAt(page, page.Locator(".cohorts").GetByRole(AriaRole.Link, new() { Name = "Register for" }).First);
        await TypeAt(page, page.GetByLabel("First name"), "Ana");
        await TypeAt(page, page.GetByLabel("Last name"), "Ortiz");
        await TypeAt(page, page.GetByLabel("Email address"), reader.Email);
        await TypeAt(page, page.GetByLabel("Profession"), "Social worker");
        await TabTo(page, page.GetByLabel("I accept the"));
        await page.Keyboard.PressAsync("Space");
        await EnterAt(page, page.GetByRole(AriaRole.Button, new() { Name = "Hold my seat and continue" }));
        await EnterAt(page, page.GetByRole(AriaRole.Button, new() { Name = "Continue to payment" }));
        await EnterAt(page, page.GetByRole(AriaRole.Button, new() { Name = "Pay $" }));

        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("You are enrolled");
        reader.HasNothingToComplainOf();
    }

    [Fact]
    public async Task The_first_stop_skips_to_the_text()
    {
        await using var reader = await running.NewReader();
        await reader.Open("/articles");

        await reader.Page.Keyboard.PressAsync("Tab");
        await Assertions.Expect(reader.Page.Locator(".skip")).ToBeFocusedAsync();
        await reader.Page.Keyboard.PressAsync("Enter");

        await Assertions.Expect(reader.Page.Locator("#main")).ToBeFocusedAsync();
    }

    private static async Task TypeAt(IPage page, ILocator field, string text)
    {
        await TabTo(page, field);
        await page.Keyboard.TypeAsync(text);
    }

    private static async Task EnterAt(IPage page, ILocator control)
    {
        await TabTo(page, control);
        await page.Keyboard.PressAsync("Enter");
    }

    /// <summary>As somebody does who cannot point, and who has to see where they are.</summary>
    private static async Task TabTo(IPage page, ILocator control)
    {
        await control.WaitForAsync();
        for (var stop = 0; stop < MostStops; stop++)
        {
            await page.Keyboard.PressAsync("Tab");
            if (!await control.EvaluateAsync<bool>("element => element === document.activeElement")) continue;

            Assert.NotEqual("none", await control.EvaluateAsync<string>("element => getComputedStyle(element).outlineStyle"));
            return;
        }

        Assert.Fail($"{page.Url}: Tab never comes to {control}.");
    }
}
