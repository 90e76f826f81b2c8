using Microsoft.Playwright;

namespace Sweet.Browser.Tests.Support;

/// <summary>Every page that the site has, in each of its states that a person can bring about.</summary>
public sealed class Tour(Reader reader, Func<Task> look)
{
    /// <summary>With a table and a line of code that no phone is wide enough for.</summary>
    public const string WideArticle = "/articles/asking-before-answering";

    private static readonly string[] Public =
    [
        "/", "/articles", WideArticle, "/courses", "/policies", "/policies/refunds", "/policies/privacy", "/policies/terms", "/policies/accessibility",
        "/policies/grievances", "/policies/contact", "/my-enrollments", "/my-enrollments/sent", "/link-replacements/sent", "/interests/removed", "/no-such-page",
        "/cohorts/ipt-2024-08-20/enrollments/new",
    ];

    /// <summary>Goes to one page after the other; <paramref name="look"/> is called on each.</summary>
    public static async Task Of(Reader reader, Func<Task> look)
    {
        var tour = new Tour(reader, look);
        await tour.PublicPages();
        await tour.Form();
        await tour.SeatThatIsPaid();
        await tour.SeatThatABankPays();
        await tour.SeatThatIsGivenBack();
        await tour.News();
        await tour.Office();
    }

    private async Task PublicPages()
    {
        foreach (var address in Public)
        {
            await reader.Page.GotoAsync(address);
            await look();
        }
    }

    private async Task Form()
    {
        await reader.FollowToForm(look);
        await reader.Press("Hold my seat and continue");
        await Assertions.Expect(reader.Page.GetByRole(AriaRole.Alert)).ToBeVisibleAsync();
        await look();
    }

    private async Task SeatThatIsPaid()
    {
        await reader.HoldSeat();
        await look();
        var place = reader.Page.Url;
        await Look($"{place}/details/edit");
        await reader.Open(place);
        await reader.GoToPay();
        await reader.Press("Pay $");
        await Assertions.Expect(reader.Page.Locator("h1")).ToHaveTextAsync("You are enrolled");
        await look();
        await Look($"{place}/receipt");
        await Look($"{place}/details/edit");
        await AnotherAddress(place);
        await Withdrawal(await AnotherLink(place));
    }

    private async Task Withdrawal(string place)
    {
        await Look($"{place}/withdrawal/new");
        await reader.Press("Withdraw and get $");
        await Assertions.Expect(reader.Page.Locator("h1")).ToHaveTextAsync("You have withdrawn");
        await look();
    }

    private async Task AnotherAddress(string place)
    {
        await Look($"{place}/email-changes/new");
        await reader.Page.GetByLabel("New email address").FillAsync($"bounce-{reader.Email}");
        await reader.Press("Email the link");
        await Assertions.Expect(reader.Page.Locator("#pending")).ToBeVisibleAsync();
        await look();
        await LookAtRefusal("/email-changes/no-such-wish");
        await LookAtRefusal("/email-change-reversals/no-such-change");
    }

    private async Task<string> AnotherLink(string place)
    {
        await Look($"{place}/link-replacements/new");
        await reader.Press("Replace my link");
        await Assertions.Expect(reader.Page.Locator("h1")).ToHaveTextAsync("You are enrolled");
        var moved = reader.Page.Url;
        await LookAtRefusal(place);
        return moved;
    }

    private async Task SeatThatABankPays()
    {
        await reader.HoldSeat();
        await reader.GoToPay();
        await reader.Press("Pay by bank");
        await reader.ComesTo(reader.Site, "/enrollments/");
        await look();
    }

    private async Task SeatThatIsGivenBack()
    {
        await reader.HoldSeat();
        await reader.Press("Give the seat back");
        await Assertions.Expect(reader.Page.GetByRole(AriaRole.Button, new() { Name = "Register again" })).ToBeVisibleAsync();
        await look();
    }

    private async Task News()
    {
        await reader.Open("/courses");
        await reader.Page.GetByRole(AriaRole.Link, new() { Name = "Tell me about the next one" }).First.ClickAsync();
        await look();
        await reader.Press("Tell me");
        await Assertions.Expect(reader.Page.GetByRole(AriaRole.Alert)).ToBeVisibleAsync();
        await look();
    }

    private async Task Office()
    {
        await Look("/staff/sign-in");
        await reader.Page.Locator("main form.form button").ClickAsync();
        await Assertions.Expect(reader.Page.GetByRole(AriaRole.Alert)).ToBeVisibleAsync();
        await look();
        await reader.Press("Come in as Riley, admin");
        await Assertions.Expect(reader.Page.Locator("h1")).ToHaveTextAsync("What needs me now?");
        await new OfficeTour(reader, look).Go();
        await Look("/admin/people/invitations");
        await reader.Page.GetByLabel("Email address").FillAsync(reader.Email);
        await reader.Page.GetByLabel("Marketing: articles").CheckAsync();
        await reader.Press("Email the invitation");
        await Assertions.Expect(reader.Page.Locator("h1")).ToHaveTextAsync("People");
        await look();
        await reader.Page.GetByRole(AriaRole.Link, new() { Name = "Morgan Sample" }).ClickAsync();
        await look();
        await Look("/staff/profile");
        await Look("/staff/profile/password");
        await Look("/staff/sign-out");
        await Invitation();
    }

    private async Task Invitation()
    {
        var mail = await reader.MailArrives("Your staff account");
        var link = mail.GetProperty("text").GetString()!.Split().First(word => word.Contains("/staff/invitations/", StringComparison.Ordinal));
        await Look(new Uri(link).PathAndQuery);
        await reader.Page.GetByLabel("Your name").FillAsync("Casey Sample");
        await reader.Page.GetByLabel("Password").FillAsync("crimson otter mends lanterns");
        await reader.Press("Make my account");
        await Assertions.Expect(reader.Page.Locator("h1")).ToHaveTextAsync("Connect your authenticator app");
        await look();
    }

    private async Task LookAtRefusal(string address)
    {
        await reader.Page.GotoAsync(address);
        await look();
    }

    private async Task Look(string address)
    {
        await reader.Open(address);
        await look();
    }
}
