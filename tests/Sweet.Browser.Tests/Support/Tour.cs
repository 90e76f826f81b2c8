namespace Sweet.Browser.Tests.Support;

/// <summary>Every page that the site has, in each of its states that a person can bring about.</summary>
public static class Tour
{
    private static readonly string[] Public =
    [
        "/", "/articles", "/courses", "/policies", "/policies/refunds", "/policies/privacy", "/policies/terms", "/policies/accessibility",
        "/policies/grievances", "/policies/contact", "/my-enrollments", "/my-enrollments/sent", "/interests/removed",
    ];

    /// <summary>Goes to one page after the other; <paramref name="look"/> is called on each.</summary>
    public static async Task Of(Reader reader, Func<Task> look)
    {
        foreach (var address in Public)
        {
            await reader.Open(address);
            await look();
        }

        await ErrorPage(reader, look);
        await FormWithMistakes(reader, look);
        await PlaceOfAStudent(reader, look);
        await News(reader, look);
    }

    private static async Task ErrorPage(Reader reader, Func<Task> look)
    {
        await reader.Page.GotoAsync("/no-such-page");
        await look();
    }

    private static async Task FormWithMistakes(Reader reader, Func<Task> look)
    {
        await reader.Open("/");
        await reader.Page.Locator("#feature a").ClickAsync();
        await look();
        await reader.Page.GetByRole(Microsoft.Playwright.AriaRole.Link, new() { Name = "See the course and register" }).ClickAsync();
        await look();
        await reader.Page.Locator(".cohorts").GetByRole(Microsoft.Playwright.AriaRole.Link, new() { Name = "Register for" }).First.ClickAsync();
        await look();
        await reader.Press("Hold my seat and continue");
        await look();
    }

    private static async Task PlaceOfAStudent(Reader reader, Func<Task> look)
    {
        await reader.FillIn();
        await reader.Press("Hold my seat and continue");
        await reader.Page.WaitForURLAsync("**/enrollments/*");
        await look();
        var place = reader.Page.Url;
        await reader.Open($"{place}/details/edit");
        await look();
        await reader.Open(place);
        await reader.GoToPay();
        await reader.Press("Pay by bank");
        await reader.Page.WaitForURLAsync("**/enrollments/*");
        await look();
    }

    private static async Task News(Reader reader, Func<Task> look)
    {
        await reader.Open("/courses");
        await reader.Page.Locator("main h2 a, main h3 a").First.ClickAsync();
        await reader.Open($"{new Uri(reader.Page.Url).AbsolutePath}/interests/new");
        await look();
    }
}
