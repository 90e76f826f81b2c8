using Microsoft.Playwright;
using Sweet.Browser.Tests.Support;

namespace Sweet.Browser.Tests;

/// <summary>Nothing moves under a reader: not when a face comes late, nor when the hours of the reader's own zone are added.</summary>
[Collection(nameof(RunningSite))]
public sealed class LayoutShiftTests(RunningSite running)
{
    private const string Course = "/courses/interpersonal-psychotherapy";

    private static readonly string[] Pages =
        ["/", "/articles", "/articles/bridging-connections", "/courses", Course, "/my-enrollments", "/policies/refunds"];

    private const string NoteShifts =
        """
        globalThis.shifts = [];
        const told = shift => `${shift.value}: ${shift.sources.map(source => source.node?.nodeName).join(", ")}`;
        new PerformanceObserver(list => shifts.push(...list.getEntries().map(told))).observe({ type: "layout-shift", buffered: true });
        """;

    private const string IsPainted =
        "() => new Promise(painted => new PerformanceObserver(() => painted()).observe({ type: 'paint', buffered: true }))";

    // A frame that shifts tells of it afterwards.
    private const string ShiftsOfSettledPage =
        """
        async () => {
            await document.fonts.ready;
            for (let frame = 0; frame < 3; frame++) await new Promise(requestAnimationFrame);
            return shifts;
        }
        """;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_page_stays_where_it_is_when_its_faces_come_late(bool onPhone)
    {
        await using var reader = await running.NewReader(onPhone ? Screen.Phone : Screen.Desktop);
        await reader.Open(Course);
        var form = await reader.Page.Locator(".cohorts a[href$='/enrollments/new']").First.GetAttributeAsync("href");
        await reader.Page.AddInitScriptAsync(NoteShifts);
        List<string> shifts = [];

        foreach (var address in Pages.Append(form!))
            shifts.AddRange((await ShiftsOf(reader.Page, address)).Select(shift => $"{address} {shift}"));

        Assert.Empty(shifts);
    }

    private static async Task<string[]> ShiftsOf(IPage page, string address)
    {
        var painted = new TaskCompletionSource();
        await page.RouteAsync("**/*.woff2", async route =>
        {
            await painted.Task;
            await route.ContinueAsync();
        });
        await page.GotoAsync(address, new() { WaitUntil = WaitUntilState.DOMContentLoaded });
        await page.EvaluateAsync(IsPainted);
        painted.SetResult();
        var shifts = await page.EvaluateAsync<string[]>(ShiftsOfSettledPage);
        await page.UnrouteAllAsync(new() { Behavior = UnrouteBehavior.Wait });
        return shifts;
    }
}
