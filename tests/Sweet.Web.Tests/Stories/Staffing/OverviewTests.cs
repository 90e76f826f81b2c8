using Sweet.Web.Tests.Support;
using Sweet.Web.Workers;

namespace Sweet.Web.Tests.Stories.Staffing;

/// <summary>The first page of the office: what needs a person now, and how the cohorts fill.</summary>
public sealed class OverviewTests : PaidStory
{
    [Fact]
    public async Task It_says_plainly_that_nothing_needs_a_person()
    {
        var admin = await StaffVisitor.Admin(Site);

        var page = await admin.Open("/staff");

        Assert.Contains("Nothing does: no case, no failed refund, no lost email, no deadline.", page.Text, StringComparison.Ordinal);
        Assert.Contains("No cohort runs or is to come.", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_open_case_stands_on_top_with_a_link_to_where_it_is_decided()
    {
        var held = await Visitor.Register(await Given.OpenCohort(), Journey.Email);
        await Stripe.PayOther(await held.GoToPay(), 100, "usd");
        var admin = await StaffVisitor.Admin(Site);

        var page = await admin.Open("/staff");
        var cases = await page.Click("Decide");

        Assert.Equal("What needs me now?", page.Heading);
        Assert.Contains("One thing, and it is urgent.", page.Text, StringComparison.Ordinal);
        Assert.Contains("Money that fits no rule: a payment is not the sum that was due.", page.Text, StringComparison.Ordinal);
        Assert.Equal((200, "/admin/cases?about=payments"), (cases.Status, cases.Address));
    }

    [Fact]
    public async Task Registrations_and_income_are_drawn_and_stand_in_tables()
    {
        await Paid(await Given.OpenCohort(seats: 5));
        var admin = await StaffVisitor.Admin(Site);

        var page = await admin.Open("/staff");

        Assert.Contains("1 + 0 + 0 + 0 + 4 = 5", page.Text, StringComparison.Ordinal);
        Assert.Equal(1, page.Document.QuerySelectorAll("[aria-labelledby=per-day] rect.bar[x]").Length);
        Assert.Contains("The pages of the courses 1 1 $597.00", page.Text, StringComparison.Ordinal);
        var income = page.Document.QuerySelectorAll("[aria-labelledby=income] tbody tr").Select(r => r.TextContent.Trim()).Last();
        Assert.StartsWith("Nov 2026$597.00$0.00$", income, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Income_is_what_stayed_after_refunds_lost_disputes_and_all_fees()
    {
        var cohort = await Given.OpenCohort(seats: 5);
        await Paid(cohort);
        await Paid(cohort, "second@clinic.example", Site.NewVisitor());
        await Stripe.Refund(Stripe.PaymentIntents[0].Id, 10_000);
        await Stripe.CloseDispute((await Stripe.Dispute(Stripe.PaymentIntents[1].Id)).Id, won: false);
        Site.Pass(TimeSpan.FromDays(1));
        await Site.Tick<BalanceWork>();
        var admin = await StaffVisitor.Admin(Site);

        var page = await admin.Open("/staff");
        var books = await admin.Open("/admin/books?month=2026-11");

        Assert.Contains("The pages of the courses 2 2 $497.00", page.Text, StringComparison.Ordinal);
        var net = page.Document.QuerySelectorAll("[aria-labelledby=income] tbody tr").Last().QuerySelectorAll("td").Last().TextContent;
        Assert.Contains($"Net, before payouts{net}", books.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Registrations_stand_beside_those_of_the_cohort_before_on_the_same_day_before_its_first_class()
    {
        var before = await Given.OpenCohort(reference: "before", firstClassLocal: new DateTime(2026, 12, 8, 19, 0, 0));
        await Given.Enrollment(before, "first@clinic.example");
        Site.Pass(TimeSpan.FromDays(35));
        var cohort = await Given.OpenCohort(reference: "now", firstClassLocal: new DateTime(2027, 1, 12, 19, 0, 0));
        await Given.Enrollment(cohort, "second@clinic.example");
        var admin = await StaffVisitor.Admin(Site);

        var page = await admin.Open("/staff");

        var last = page.Document.QuerySelectorAll("[aria-labelledby=per-day] tbody tr")[^1];
        Assert.Equal(["1", "1"], last.QuerySelectorAll("td").Select(c => c.TextContent));
    }

    [Fact]
    public async Task The_page_asks_the_database_eight_times_at_the_most()
    {
        await Paid();
        await Given.OpenCohort(reference: "another", firstClassLocal: new DateTime(2027, 3, 2, 19, 0, 0));
        var admin = await StaffVisitor.Admin(Site);
        Site.Statements.Take();

        await admin.Open("/staff");

        var asked = Site.Statements.Take();
        Assert.True(asked.Count <= 8, string.Join("\n\n", asked));
    }
}
