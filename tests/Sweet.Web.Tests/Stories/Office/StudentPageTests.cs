using Microsoft.EntityFrameworkCore;
using Sweet.Domain;
using Sweet.Web.Tests.Support;
using Sweet.Web.Wording;
using Sweet.Web.Workers;

namespace Sweet.Web.Tests.Stories.Office;

/// <summary>The page of a student as the office sees it: facts first, then everything that happened.</summary>
public sealed class StudentPageTests : PaidStory
{
    [Fact]
    public async Task It_tells_the_facts_and_all_that_happened()
    {
        await Paid();
        await Site.SendMail();
        var admin = await StaffVisitor.Admin(Site);

        var page = await admin.Open($"/admin/enrollments/{await Id()}");

        Assert.Equal("Ana Ortiz", page.Heading);
        Assert.All(
            ["$597.00", Intent, "Social worker", Journey.Email, "Confirmed", "Payment page opened", "Paid: $597.00", "Email sent"],
            fact => Assert.Contains(fact, page.Text, StringComparison.Ordinal));
        Assert.Contains($"https://dashboard.stripe.com/test/payments/{Intent}", page.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_filter_lives_in_the_address()
    {
        await Paid();
        var admin = await StaffVisitor.Admin(Site);
        var all = await admin.Open($"/admin/enrollments/{await Id()}");

        var money = await all.Click("Money");
        var emails = await all.Click("Emails");

        Assert.EndsWith("?show=money", money.Address, StringComparison.Ordinal);
        Assert.Contains("Paid: $597.00", money.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("“", money.Text, StringComparison.Ordinal);
        Assert.Contains("“", emails.Text, StringComparison.Ordinal);
        Assert.Contains("Nothing of this kind", (await all.Click("Notes")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refund_and_who_asked_for_it_are_told()
    {
        await Withdraw(await Paid());
        await Site.SendRefunds();
        var admin = await StaffVisitor.Admin(Site);

        var page = await admin.Open($"/admin/enrollments/{await Id()}");

        Assert.Contains("Canceled: the student withdrew", page.Text, StringComparison.Ordinal);
        Assert.Contains("Refund requested", page.Text, StringComparison.Ordinal);
        Assert.Contains("Refund succeeded", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_bank_took_back_is_not_called_refunded_and_its_case_is_a_press_away()
    {
        await Paid();
        var dispute = await Stripe.Dispute(Intent);
        await Site.Reconcile();
        await Stripe.CloseDispute(dispute.Id, won: false);
        await Site.Reconcile();
        Site.Pass(TimeSpan.FromHours(2));
        await Site.Tick<BalanceWork>();
        var fee = await Site.Db(db => db.Payments.SumAsync(p => p.FeeMinor));
        var admin = await StaffVisitor.Admin(Site);

        var page = await admin.Open($"/admin/enrollments/{await Id()}");

        Assert.Equal("Taken back by the bank", page.Fact("State"));
        Assert.StartsWith(new Money(fee!.Value + 1_500, "USD").Exact(), page.Fact("Fee, net"), StringComparison.Ordinal);
        var asked = page.Document.QuerySelector(".urgent a")!;
        Assert.StartsWith("/admin/cases/", asked.GetAttribute("href"), StringComparison.Ordinal);
        Assert.Contains("$597.00 went back to the bank", asked.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_staff_sent_back_is_told_in_a_sentence()
    {
        await Paid();
        var admin = await StaffVisitor.Admin(Site);
        var form = await admin.Open($"/admin/enrollments/{await Id()}/refunds/new?How=Other&Amount=97");
        await form.Submit("Refund $97.00, keep the seat", f => f.Fill("Reason", "A goodwill gesture."));

        var page = await admin.Open($"/admin/enrollments/{await Id()}");

        Assert.Contains("Refund of $97.00 asked for; $500.00 stays with us: A goodwill gesture.", page.Text, StringComparison.Ordinal);
        Assert.Contains("Refund requested: staff decided", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Marketing_does_not_reach_it_and_no_page_is_made_up()
    {
        await Paid();
        var (admin, marketing) = (await StaffVisitor.Admin(Site), await StaffVisitor.Marketing(Site));

        Assert.Equal(403, (await marketing.Open($"/admin/enrollments/{await Id()}")).Status);
        Assert.Equal(404, (await admin.Open("/admin/enrollments/0")).Status);
        Assert.Equal(404, (await admin.Open("/admin/enrollments/ana")).Status);
    }

    [Fact]
    public async Task A_page_asks_the_database_eight_times_at_most()
    {
        await Withdraw(await PaidTwice());
        var admin = await StaffVisitor.Admin(Site);
        var id = await Id();
        await admin.Open($"/admin/enrollments/{id}");
        Site.Statements.Take();

        await admin.Open($"/admin/enrollments/{id}");

        Assert.InRange(Site.Statements.Take().Count, 1, 8);
    }

    private Task<int> Id() => Site.Db(db => db.Enrollments.Select(e => e.Id).SingleAsync());
}
