using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Sweet.Browser.Tests.Support;

namespace Sweet.Browser.Tests;

/// <summary>The classes are on New York's clock, and the readers of these tests live in Los Angeles.</summary>
[Collection(nameof(RunningSite))]
public sealed class ReaderTimeTests(RunningSite running)
{
    private const string Course = "/courses/interpersonal-psychotherapy";

    [Fact]
    public async Task Class_times_are_told_on_the_clock_of_the_reader_too()
    {
        await using var reader = await running.NewReader();
        await reader.Open(Course);

        var told = reader.Page.Locator("[data-starts]").Filter(new() { HasText = "6:00–8:00 pm" }).First;

        await Assertions.Expect(told.Locator(".reader-time")).ToHaveTextAsync(
            new Regex(@"^\(3:00 pm–5:00 pm your time\)$", RegexOptions.None, TimeSpan.FromSeconds(1)));
        await reader.LooksRight();
        reader.HasNothingToComplainOf();
    }

    [Fact]
    public async Task Without_script_the_page_says_no_less()
    {
        await using var reader = await running.NewReader(script: false);
        await reader.Open(Course);

        await Assertions.Expect(reader.Page.GetByText("6:00–8:00 pm").First).ToBeVisibleAsync();
        Assert.Equal(0, await reader.Page.Locator(".reader-time").CountAsync());
    }
}
