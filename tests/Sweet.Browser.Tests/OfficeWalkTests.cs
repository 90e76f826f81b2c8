using System.Globalization;
using Microsoft.Playwright;
using Sweet.Browser.Tests.Support;

namespace Sweet.Browser.Tests;

/// <summary>The five daily jobs of the registration office, counted in presses.</summary>
[Collection(nameof(RunningSite))]
public sealed class OfficeWalkTests(RunningSite running)
{
    private static DateTime Today => TimeProvider.System.GetUtcNow().UtcDateTime.Date;

    [Theory]
    [InlineData("phone", 60)]
    [InlineData("desktop", 67)]
    public async Task Opens_a_cohort_finds_a_student_transfers_emails_and_refunds_in_few_presses(string screen, int daysAhead)
    {
        var firstClass = Today.AddDays(daysAhead);
        await using var admin = await running.NewReader(screen == "phone" ? Screen.Phone : Screen.Desktop);
        var hand = new CountedPresses(admin);
        await Enroll(admin);
        await admin.Open("/staff/sign-in");
        await admin.Press("Come in as Riley, admin");
        await Shows(admin, "What needs me now?");

        await Open(hand, admin, firstClass);
        Assert.InRange(hand.Taken(), 1, 12);
        var cohort = admin.Page.Url;

        await hand.Find(admin.Email);
        await hand.Link("Ana Ortiz");
        await Shows(admin, "Ana Ortiz");
        Assert.InRange(hand.Taken(), 1, 3);

        await Transfer(hand, admin, firstClass);
        Assert.InRange(hand.Taken(), 1, 4);

        var student = admin.Page.Url;

        await admin.Open(cohort);
        await Email(hand, admin);
        Assert.InRange(hand.Taken(), 1, 4);

        await admin.Open(student);
        await Refund(hand, admin);
        Assert.InRange(hand.Taken(), 1, 3);
        admin.HasNothingToComplainOf();
    }

    private static async Task Enroll(Reader student)
    {
        await student.HoldSeat();
        await student.GoToPay();
        await student.Press("Pay $");
        await Shows(student, "You are enrolled");
    }

    private static async Task Open(CountedPresses hand, Reader admin, DateTime firstClass)
    {
        await hand.Menu("Cohorts");
        await hand.Link("New cohort");
        await hand.Type("FirstDate", Day(firstClass));
        await hand.Button("Lay out the classes");
        // Lower than any other, so that a transfer asks for nothing.
        await hand.Type("Price", "100");
        await hand.Type("Opens", $"{Day(Today.AddDays(-1))}T09:00");
        await hand.Type("Closes", $"{Day(firstClass)}T12:00");
        await hand.Type("JoinUrl", "https://class.example/ipt");
        await hand.Button("Save as a draft");
        await hand.Button("Open");
        await Assertions.Expect(admin.Page.Locator(".title .status")).ToHaveTextAsync("Open");
    }

    private static async Task Transfer(CountedPresses hand, Reader admin, DateTime firstClass)
    {
        await hand.Link("Transfer");
        await hand.Press(admin.Page.Locator("label").Filter(new() { HasText = InWords(firstClass) }).First);
        await hand.Button("Transfer");
        await Assertions.Expect(admin.Page.Locator(".title .status")).ToHaveTextAsync("Confirmed");
    }

    private static async Task Refund(CountedPresses hand, Reader admin)
    {
        await hand.Link("Cancel and refund");
        await hand.Press(admin.Page.Locator(".happens").GetByRole(AriaRole.Button));
        await Assertions.Expect(admin.Page.Locator("h1")).ToHaveTextAsync("Refunds");
        await Assertions.Expect(admin.Page.Locator("tbody tr")).ToHaveCountAsync(1);
        await Assertions.Expect(admin.Page.Locator(".title .status")).ToContainTextAsync("Canceled");
    }

    private static async Task Email(CountedPresses hand, Reader admin)
    {
        await hand.Link("Email this cohort");
        await hand.Type("Subject", "A word before we begin");
        await hand.Type("Text", "Please read the first chapter.");
        await hand.Button("See who gets it");
        await hand.Button("Send to");
        await Assertions.Expect(admin.Page.Locator("h1")).ToContainTextAsync("A word before we begin");
    }

    private static Task Shows(Reader reader, string heading) => Assertions.Expect(reader.Page.Locator("h1")).ToHaveTextAsync(heading);

    private static string InWords(DateTime date) => date.ToString("MMMM d, yyyy", CultureInfo.InvariantCulture);

    private static string Day(DateTime date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
