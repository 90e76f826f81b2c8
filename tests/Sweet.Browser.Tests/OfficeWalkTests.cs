using System.Globalization;
using Microsoft.Playwright;
using Sweet.Browser.Tests.Support;

namespace Sweet.Browser.Tests;

/// <summary>The daily jobs of the registration office, on a phone and on a desktop, counted in presses.</summary>
[Collection(nameof(RunningSite))]
public sealed class OfficeWalkTests(RunningSite running)
{
    [Theory]
    [InlineData("phone")]
    [InlineData("desktop")]
    public async Task A_student_is_found_emailed_moved_and_refunded(string screen)
    {
        await using var reader = await running.NewReader(screen == "phone" ? Screen.Phone : Screen.Desktop);
        await reader.HoldSeat();
        await reader.GoToPay();
        await reader.Press("Pay $");
        await Assertions.Expect(reader.Page.Locator("h1")).ToHaveTextAsync("You are enrolled");
        var office = await Office.Enter(reader);

        await office.Find(reader.Email);
        office.HasTaken(presses: 2, atMost: 3, "find a student");

        await office.Press("Email this student");
        await reader.Page.GetByLabel("Subject").FillAsync("What to bring");
        await reader.Page.GetByLabel("Text").FillAsync("Please bring *one question*.");
        await office.Press("See who gets it");
        await office.Press("Send to");
        office.HasTaken(presses: 3, atMost: 4, "email a student");
        await reader.MailArrives("What to bring");

        await office.Find(reader.Email);
        office.HasTaken(presses: 2, atMost: 3, "find a student again");
        await office.Press("Transfer");
        await office.Choose(reader.Page.GetByRole(AriaRole.Group, new() { Name = "To which cohort?" }).GetByRole(AriaRole.Radio).First);
        await office.Press("Transfer");
        office.HasTaken(presses: 3, atMost: 4, "transfer");

        await office.Find(reader.Email);
        office.HasTaken(presses: 2, atMost: 3, "find a student who has moved");
        await office.Press("Cancel and refund");
        await office.Press("refund $");
        office.HasTaken(presses: 2, atMost: 3, "refund");
        reader.HasNothingToComplainOf();
    }

    [Theory]
    [InlineData("phone")]
    [InlineData("desktop")]
    public async Task A_cohort_is_opened(string screen)
    {
        await using var reader = await running.NewReader(screen == "phone" ? Screen.Phone : Screen.Desktop);
        var office = await Office.Enter(reader);
        var first = TimeProvider.System.GetUtcNow().UtcDateTime.Date.AddDays(screen == "phone" ? 200 : 207);

        await reader.Open("/admin/cohorts");
        await office.Press("New cohort");
        await Fill(reader, "First date", first.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        await Fill(reader, "From", "18:00");
        await Fill(reader, "Minutes", "120");
        await Fill(reader, "Classes", "6");
        await office.Press("Lay out the classes");
        await Fill(reader, "Capacity", "30");
        await Fill(reader, "Price", "597");
        await Fill(reader, "Registration from", TimeProvider.System.GetUtcNow().UtcDateTime.AddDays(-1).ToString("yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture));
        await Fill(reader, "Registration until", first.AddDays(-1).ToString("yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture));
        await Fill(reader, "Join link", "https://meet.example/ipt");
        await office.Press("Save as a draft");
        await office.Press("Open");

        office.HasTaken(presses: 4, atMost: 12, "open a cohort");
        await Assertions.Expect(reader.Page.Locator(".object .status")).ToHaveTextAsync("Open");
        reader.HasNothingToComplainOf();
    }

    private static Task Fill(Reader reader, string label, string text) =>
        reader.Page.GetByLabel(label, new() { Exact = true }).First.FillAsync(text);

    /// <summary>An admin at work, whose presses are counted.</summary>
    private sealed class Office(Reader reader)
    {
        private int presses;

        public static async Task<Office> Enter(Reader reader)
        {
            await reader.Open("/staff/sign-in");
            await reader.Press("Come in as Riley, admin");
            await Assertions.Expect(reader.Page.Locator("h1")).ToHaveTextAsync("What needs me now?");
            return new Office(reader);
        }

        /// <summary>By the one search box: Enter, and the newest of the answers.</summary>
        public async Task Find(string email)
        {
            await reader.Page.GetByRole(AriaRole.Searchbox).FillAsync(email);
            await reader.Page.Keyboard.PressAsync("Enter");
            presses++;
            await Assertions.Expect(reader.Page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("/admin/search", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1)));
            await Choose(reader.Page.Locator(".hits a").First);
            await reader.LooksRight();
        }

        public async Task Choose(ILocator what)
        {
            await what.ClickAsync();
            presses++;
        }

        /// <summary>A button or a link whose words contain these.</summary>
        public async Task Press(string words)
        {
            var main = reader.Page.Locator("main");
            await Choose(main.GetByRole(AriaRole.Button, new() { Name = words }).Or(main.GetByRole(AriaRole.Link, new() { Name = words })).First);
            await reader.LooksRight();
        }

        public void HasTaken(int presses, int atMost, string job)
        {
            Assert.InRange(this.presses, 1, atMost);
            Assert.True(this.presses == presses, $"To {job} took {this.presses} presses, {presses} were told.");
            this.presses = 0;
        }
    }
}
