using Sweet.Web.Tests.Support;

namespace Sweet.Web.Tests.Stories.Students;

/// <summary>What an employer or a tax office asks of a receipt.</summary>
public sealed class ReceiptTests : PaidStory
{
    [Fact]
    public async Task It_says_who_what_how_and_when()
    {
        var held = await Visitor.Register(await Given.OpenCohort(), Journey.Email, form => form
            .Fill("Name for the receipt", "Sample Agency").Fill("Address for the receipt", "1 Sample Street\r\nSample City"));
        await Stripe.Pay(await held.GoToPay());

        var receipt = await Receipt(held);

        Assert.Equal("Receipt", receipt.Heading);
        foreach (var part in (string[])["Sample Agency", "SWEET Institute", "EIN 12-3456789"])
            Assert.Contains(part, receipt.Text, StringComparison.Ordinal);
        foreach (var row in (string[])
            [
                "Issued on: November 23, 2026",
                "Class dates: January 12, 2027; January 19, 2027; January 26, 2027; February 2, 2027; February 9, 2027; February 16, 2027",
                "Sales tax: $0.00", "Total: $597.00", "Paid on November 23, 2026, Visa card ending in 4242: $597.00",
            ])
            Assert.Contains(row, RowsOf(receipt));
    }

    [Fact]
    public async Task The_mail_says_the_same()
    {
        await Paid();

        var mail = await Mail("You are enrolled");

        foreach (var part in (string[])["Issued on: Monday, November 23, 2026", "Sales tax: $0.00", "EIN 12-3456789", "by Visa card ending in 4242", "Class dates: January 12, 2027;"])
            Assert.Contains(part, mail.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_went_back_is_taken_off()
    {
        var enrolled = await Paid();
        Site.Pass(TimeSpan.FromDays(1));
        await Stripe.Refund(Intent, 10_000);

        var receipt = await Receipt(enrolled);

        Assert.Contains("Refunded on November 24, 2026: −$100.00", RowsOf(receipt));
        Assert.Contains("Paid, less refunds: $497.00", RowsOf(receipt));
        Assert.Contains("Issued on: November 24, 2026", RowsOf(receipt));
    }

    [Fact]
    public async Task A_refund_that_has_not_left_is_not_told_as_done_and_one_that_failed_is_not_told()
    {
        Stripe.UseUpBalance();
        var ended = await Withdraw(await Paid());
        await Site.SendRefunds();

        var waiting = await Receipt(ended);
        await Stripe.Fund();
        Site.Pass(TimeSpan.FromMinutes(5));
        await Site.SendRefunds();
        await Stripe.FailRefund(Stripe.Refunds.Single().Id);
        var failed = await Receipt(ended);

        Assert.Contains("Refund, not sent yet, requested on November 23, 2026: −$507.45", RowsOf(waiting));
        Assert.DoesNotContain("on its way", waiting.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("−$507.45", failed.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, "−$597.00")]
    [InlineData(10_000, "−$497.00")]
    public async Task What_a_bank_has_given_back_is_taken_off_once(int refunded, string taken)
    {
        var enrolled = await Paid();
        if (refunded > 0) await Stripe.Refund(Intent, refunded);
        var dispute = await Stripe.Dispute(Intent);
        Site.Pass(TimeSpan.FromDays(1));
        await Stripe.CloseDispute(dispute.Id, won: false);

        var receipt = await Receipt(enrolled);

        Assert.Contains($"Given back by the bank on November 24, 2026: {taken}", RowsOf(receipt));
        Assert.Contains("Paid, less refunds: $0.00", RowsOf(receipt));
    }

    [Fact]
    public async Task A_bank_account_is_named_by_its_last_digits_too()
    {
        var held = await Visitor.Register(await Given.OpenCohort(), Journey.Email);
        var session = await held.GoToPay();
        await Stripe.PayByBank(session);
        await Stripe.SucceedDelayed(session);

        Assert.Contains("bank account ending in 6789", (await Receipt(held)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task There_is_none_before_anything_was_paid()
    {
        var held = await Visitor.Register(await Given.OpenCohort(), Journey.Email);

        Assert.Equal(404, (await Visitor.Open($"{held.Address}/receipt")).Status);
    }

    [Fact]
    public async Task The_form_asks_for_whom_it_is_made_out_and_not_who_pays()
    {
        var cohort = await Given.OpenCohort();

        var form = await Visitor.Open($"/cohorts/{cohort.Reference}/enrollments/new");
        var held = await Visitor.Register(cohort, Journey.Email);

        Assert.Contains("Make the receipt out to my employer (optional)", form.Text, StringComparison.Ordinal);
        foreach (var page in (Page[])[form, held]) Assert.DoesNotContain("pays", page.Text, StringComparison.Ordinal);
    }

    private static List<string> RowsOf(Page receipt) =>
        [.. receipt.Document.QuerySelectorAll("tbody tr, .facts > div").Select(row => string.Join(": ", row.Children.Select(cell => cell.TextContent.Trim())))];

    private Task<Page> Receipt(Page enrollment) => Visitor.Open($"/enrollments/{enrollment.Token()}/receipt");
}
