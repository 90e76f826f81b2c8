using Microsoft.EntityFrameworkCore;
using Sweet.Sandbox.Faults;
using Sweet.Web.Tests.Support;
using Sweet.Web.Workers;

namespace Sweet.Web.Tests.Stories.Books;

/// <summary>What an accountant closes a month with: Stripe's balance beside our own books.</summary>
public sealed class BookMonthTests : PaidStory
{
    [Fact]
    public async Task A_payout_is_equal_to_the_cent_and_each_part_of_it_is_in_our_books()
    {
        var cohort = await Given.OpenCohort();
        await Paid(cohort, "first@clinic.example");
        await Paid(cohort, "second@clinic.example", Site.NewVisitor());
        await Stripe.Refund(Stripe.PaymentIntents[0].Id, 10_000);
        await PayOut();

        var admin = await StaffVisitor.Admin(Site);
        var books = await admin.Open("/admin/books?month=2026-11");
        var payout = await books.Click("November 27, 2026");

        // Twice 597.00 less 17.61, and 100.00 back.
        Assert.Contains("Payments2$1,194.00$35.22$1,158.78", books.Text, StringComparison.Ordinal);
        Assert.Contains("Refunds1−$100.00$0.00−$100.00", books.Text, StringComparison.Ordinal);
        Assert.Contains("Net, before payouts$1,058.78", books.Text, StringComparison.Ordinal);
        Assert.Contains("Receipts: 2, 2026-0001 to 2026-0002.", books.Text, StringComparison.Ordinal);
        Assert.Contains("Credit note: 1, CN-2026-0001.", books.Text, StringComparison.Ordinal);
        Assert.Contains("Nowhere, as of the last reading: every payment, refund, and dispute of this month is in both", books.Text, StringComparison.Ordinal);
        Assert.Contains("Equal to the cent: 3 balance transactions, all in our books.", books.Text, StringComparison.Ordinal);
        Assert.Equal(("$1,058.78", "$1,058.78", "$0.00", "paid"), (payout.Fact("Amount"), payout.Fact("Listed by Stripe"), payout.Fact("Difference"), payout.Fact("State")));
        Assert.Contains("CN-2026-0001", payout.Links);
        Assert.DoesNotContain("in our books", string.Join(' ', payout.Document.QuerySelectorAll("tbody td:last-child").Select(c => c.TextContent)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("abc")]
    [InlineData("2026-13")]
    [InlineData("0026-11")]
    public async Task What_is_no_month_is_said_and_stays_as_it_was_typed(string month)
    {
        var admin = await StaffVisitor.Admin(Site);

        var page = await admin.Open($"/admin/books?month={month}");

        Assert.Equal(422, page.Status);
        Assert.StartsWith("Error:", page.Title, StringComparison.Ordinal);
        Assert.Equal(month, page.Document.GetElementById("month")!.GetAttribute("value"));
        Assert.Equal("#month", page.Document.QuerySelector(".problem a")!.GetAttribute("href"));
        Assert.Equal(404, (await admin.Open($"/admin/books/export?month={month}")).Status);
    }

    [Fact]
    public async Task A_month_that_nothing_was_read_of_is_not_said_to_agree()
    {
        await Paid();
        await PayOut();

        var page = await (await StaffVisitor.Admin(Site)).Open("/admin/books?month=2099-01");

        Assert.Contains("Nothing of this month has been read from Stripe yet.", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Nowhere, as of the last reading", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refund_that_fails_stands_beside_its_reversal_and_counts_once()
    {
        await Paid();
        var refund = await Stripe.Refund(Intent, 10_000);
        await Stripe.FailRefund(refund.Id);
        await PayOut();

        var books = await (await StaffVisitor.Admin(Site)).Open("/admin/books?month=2026-11");
        var file = await books.Click("Save as CSV");

        Assert.Contains("Refunds1$0.00", books.Text, StringComparison.Ordinal);
        Assert.Matches(@"Refund,refund,-100\.00,[^\n]*,CN-2026-0001,", file.Body);
        Assert.Matches(@"Refund,refund_failure,100\.00,[^\n]*,RV-2026-0001,", file.Body);
    }

    [Fact]
    public async Task What_differs_is_named_one_by_one()
    {
        await Paid();
        await Stripe.MoveBalance("charge", "ch_of_another_product", 5_000, fee: 175);
        await Stripe.MoveBalance("stripe_fee", "fee_of_the_month", -1_000);
        await Stripe.MoveBalance("climate_order_purchase", "climorder_1", -300);
        var dispute = await Stripe.Dispute(Intent);
        await PayOut();
        await Site.Db(db => db.Payments.ExecuteUpdateAsync(set => set.SetProperty(p => p.FeeMinor, 1_700).SetProperty(p => p.AmountMinor, 59_000)));

        var admin = await StaffVisitor.Admin(Site);
        var books = await admin.Open("/admin/books?month=2026-11");

        foreach (var part in (string[])
            [
                "Unknown: our books have no such payment", "Amount differs: $590.00 in our books", "Stripe calls it “climate order purchase”: look at it there",
                "Other fees of Stripe1−$10.00", "Disputes1−$597.00$15.00",
            ])
            Assert.Contains(part, books.Text, StringComparison.Ordinal);
        Assert.DoesNotContain($"Dispute {dispute.Id}", books.Text, StringComparison.Ordinal);
        Assert.Contains("Equal to the cent; 3 of 5 differ from our books.", books.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_balance_does_not_have_is_missing_once_it_was_read_so_far()
    {
        await Paid();
        await Site.Tick<BalanceWork>();
        await Site.Db(db => db.Payments.ExecuteUpdateAsync(set => set.SetProperty(p => p.ChargeId, "ch_nowhere")));

        var admin = await StaffVisitor.Admin(Site);
        var early = await admin.Open("/admin/books?month=2026-11");
        Site.Pass(TimeSpan.FromDays(2));
        await Site.Tick<BalanceWork>();
        await admin.SignIn();
        var late = await admin.Open("/admin/books?month=2026-11");

        Assert.DoesNotContain("Missing at Stripe", early.Text, StringComparison.Ordinal);
        Assert.Contains("Missing at Stripe: $597.00 in our books", late.Text, StringComparison.Ordinal);
        Assert.Contains("Unknown: our books have no such payment", late.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_payout_that_fails_goes_out_again_with_the_next_and_one_by_hand_cannot_be_compared()
    {
        await Paid();
        var failed = await PayOut();
        await Stripe.FailPayout(failed);
        Site.Pass(TimeSpan.FromDays(3));
        var again = await Stripe.PayOut();
        await Stripe.ArrivePayout(again.Id);
        await Stripe.MoveBalance("charge", "ch_of_another_product", 5_000);
        await Stripe.PayOut(amount: 2_000);
        await Site.Tick<BalanceWork>();

        var admin = await StaffVisitor.Admin(Site);
        var november = await admin.Open("/admin/books?month=2026-11");

        Assert.Contains("failed: account closed", november.Text, StringComparison.Ordinal);
        Assert.Contains("The money has not arrived", november.Text, StringComparison.Ordinal);
        Assert.Single(november.Text.Split("Equal to the cent: 1 balance transaction")[1..]);
        Assert.Contains("Made by hand at Stripe", november.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Read_twice_or_broken_off_it_is_the_same()
    {
        await Paid();
        await PayOut();
        var before = await Rows();
        await Site.Tick<BalanceWork>();
        Assert.Equal(before, await Rows());

        await Paid(email: "second@clinic.example", by: Site.NewVisitor());
        Site.StandIns.Faults.Stripe.Next(Fault.ServerError, times: 20, path: "/v1/payouts");
        await Site.Tick<BalanceWork>();
        Site.StandIns.Faults.Stripe.Clear();
        Site.Pass(TimeSpan.FromDays(20));
        await Site.Tick<BalanceWork>();

        var after = await Rows();
        Assert.Equal((before.Entries + 1, before.Payouts), (after.Entries, after.Payouts));
        Assert.Equal(Site.Now, await Site.Db(db => db.BalanceReadings.Select(r => r.UpToUtc).SingleAsync()));
    }

    [Fact]
    public async Task More_than_one_page_of_Stripes_lists_is_read()
    {
        await Paid();
        for (var i = 0; i < 120; i++) await Stripe.MoveBalance("charge", $"ch_{i}", 100);
        await PayOut();

        Assert.Equal(122, (await Rows()).Entries);
        Assert.Equal(122, await Site.Db(db => db.BalanceEntries.CountAsync(e => e.PayoutId != null)));
    }

    [Fact]
    public async Task The_month_as_a_file_opens_right_in_a_spreadsheet()
    {
        await Paid();
        await Stripe.MoveBalance("charge", "=HYPERLINK(1)", 5_000);
        await PayOut();

        var admin = await StaffVisitor.Admin(Site);
        var file = await (await admin.Open("/admin/books?month=2026-11")).Click("Save as CSV");
        var number = await Site.Db(db => db.Enrollments.Select(e => e.Number).SingleAsync());

        Assert.Equal("text/csv", file.ContentType);
        Assert.Contains("books-2026-11.csv", file.Headers["Content-Disposition"], StringComparison.Ordinal);
        Assert.Contains($"2026-11-23 10:00,Payment,charge,597.00,17.61,579.39,USD,{number},2026-0001,{Stripe.Charges.Single().Id},", file.Body, StringComparison.Ordinal);
        Assert.Contains("'=HYPERLINK(1)", file.Body, StringComparison.Ordinal);
        Assert.Contains("Payout,payout,-629.39,0.00,-629.39,USD", file.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Months_are_those_of_New_York_and_a_page_asks_the_database_little_and_Stripe_nothing()
    {
        Site.Clock.SetUtcNow(new DateTimeOffset(2026, 12, 1, 4, 30, 0, TimeSpan.Zero));
        await Paid();
        await PayOut();
        var admin = await StaffVisitor.Admin(Site);
        await admin.Open("/admin/books");
        var calls = Site.StandIns.Calls.All.Count;
        Site.Statements.Take();

        var november = await admin.Open("/admin/books?month=2026-11");
        Assert.InRange(Site.Statements.Take().Count, 1, 8);
        await admin.Open("/admin/payouts/1");
        Assert.InRange(Site.Statements.Take().Count, 1, 8);

        Assert.Contains("Payments1$597.00", november.Text, StringComparison.Ordinal);
        Assert.Equal(calls, Site.StandIns.Calls.All.Count);
        Assert.Contains("Nothing had moved at Stripe", (await admin.Open("/admin/books?month=2026-10")).Text, StringComparison.Ordinal);
        Assert.Equal("Books for December 2026", (await admin.Open("/admin/books?month=none")).Heading);
    }

    /// <summary>All that is available goes to the bank and arrives, and the books are read.</summary>
    private async Task<string> PayOut()
    {
        Site.Pass(TimeSpan.FromDays(2));
        var payout = await Stripe.PayOut();
        await Stripe.ArrivePayout(payout.Id);
        await Site.Tick<BalanceWork>();
        return payout.Id;
    }

    private Task<(int Entries, int Payouts)> Rows() => Site.Db(async db => (await db.BalanceEntries.CountAsync(), await db.Payouts.CountAsync()));
}
