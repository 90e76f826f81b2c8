using Microsoft.Playwright;
using Sweet.Browser.Tests.Support;

namespace Sweet.Browser.Tests;

/// <summary>The whole way of a student, as a person goes it.</summary>
[Collection(nameof(RunningSite))]
public sealed class JourneyTests(RunningSite running)
{
    [Theory]
    [InlineData("phone", true)]
    [InlineData("phone", false)]
    [InlineData("desktop", true)]
    [InlineData("desktop", false)]
    public async Task A_reader_of_an_article_registers_pays_and_is_enrolled(string screen, bool script)
    {
        await using var reader = await running.NewReader(screen == "phone" ? Screen.Phone : Screen.Desktop, script);

        await reader.HoldSeat();
        await reader.LooksRight();
        await reader.GoToPay();
        await reader.Press("Pay $");
        await reader.ComesTo(running.Site, "/enrollments/");
        await reader.LooksRight();

        await Assertions.Expect(reader.Page.Locator("h1")).ToHaveTextAsync("You are enrolled");
        reader.HasNothingToComplainOf();
    }

    [Fact]
    public async Task The_confirmation_arrives_with_its_calendar()
    {
        await using var reader = await running.NewReader();
        await reader.HoldSeat();
        await reader.GoToPay();
        await reader.Press("Pay $");
        await Assertions.Expect(reader.Page.Locator("h1")).ToHaveTextAsync("You are enrolled");

        var mail = await reader.MailArrives("enrolled");

        Assert.Equal("text/calendar", mail.GetProperty("attachments")[0].GetProperty("type").GetString()![..13]);
    }

    [Fact]
    public async Task A_declined_card_is_told_and_can_be_tried_again()
    {
        await using var reader = await running.NewReader(Screen.Phone);
        await reader.HoldSeat();
        await reader.GoToPay();
        await reader.Press("Pay with a card that is declined");
        await Assertions.Expect(reader.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("declined");

        await reader.Page.GetByRole(AriaRole.Link, new() { Name = "Go back without paying" }).ClickAsync();
        await reader.GoToPay();
        await reader.Press("Pay $");

        await Assertions.Expect(reader.Page.Locator("h1")).ToHaveTextAsync("You are enrolled");
    }

    [Fact]
    public async Task After_the_way_back_of_the_browser_payment_goes_on()
    {
        await using var reader = await running.NewReader();
        await reader.HoldSeat();
        await reader.GoToPay();

        await reader.Page.GoBackAsync();
        await reader.GoToPay();
        await reader.Press("Pay $");

        await Assertions.Expect(reader.Page.Locator("h1")).ToHaveTextAsync("You are enrolled");
    }

    [Fact]
    public async Task A_form_with_a_mistake_takes_the_reader_to_it_and_loses_nothing()
    {
        await using var reader = await running.NewReader(Screen.Phone);
        await reader.FollowToForm(reader.LooksRight);
        await reader.FillIn();
        await reader.Page.GetByLabel("Email address").FillAsync("not an address");
        await reader.Press("Hold my seat and continue");

        // The focus is on the frame, and the alert stands inside it: on one element JAWS reads the heading alone.
        await Assertions.Expect(reader.Page.Locator("div.problem")).ToBeFocusedAsync();
        await Assertions.Expect(reader.Page).ToHaveTitleAsync(new System.Text.RegularExpressions.Regex("^Error: ", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1)));
        await reader.Page.GetByRole(AriaRole.Alert).GetByRole(AriaRole.Link).First.ClickAsync();
        await Assertions.Expect(reader.Page.GetByLabel("Email address")).ToBeFocusedAsync();
        await Assertions.Expect(reader.Page.GetByLabel("First name")).ToHaveValueAsync("Ana");
    }
}
