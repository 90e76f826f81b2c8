using Microsoft.EntityFrameworkCore;
using Sweet.Domain.Refunds;
using Sweet.Web.Tests.Support;
using Sweet.Web.Workers.Cohorts;

namespace Sweet.Web.Tests.Stories.ByHand;

/// <summary>What becomes of money that Stripe never had: it is waited for, and given back, by people.</summary>
public sealed class OutsideMoneyTests : HandStory
{
    [Fact]
    public async Task An_invoice_keeps_its_seat_beyond_its_day_and_then_is_asked_about()
    {
        var cohort = await Given.OpenCohort();
        var student = await Invoiced(cohort);
        var own = await Own("You are enrolled");

        Assert.StartsWith("2026-17, due", student.Fact("Invoice"), StringComparison.Ordinal);
        Assert.Equal(("Not paid", "Confirmed"), (student.Fact("State"), student.Document.QuerySelector(".title .status")!.TextContent));
        Assert.Contains("Harbor Clinic is paying by invoice", own.Text, StringComparison.Ordinal);
        var summary = await own.Click("Printable summary of charges");
        Assert.Equal("Summary of charges", summary.Heading);
        Assert.Contains("not yet; an invoice is open", summary.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Issued on", summary.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Receipt", (await Mail("You are enrolled", "riley@clinic.example")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("overdue", (await Admin.Open("/staff")).Text, StringComparison.Ordinal);

        Site.Pass(TimeSpan.FromDays(32));
        await Site.EndHolds();
        Admin.Browser.Dispose();
        await Admin.SignIn();
        var overview = await Admin.Open("/staff");
        Assert.Equal(1, await SeatsTaken(cohort));
        Assert.Contains("An invoice is overdue:", overview.Text, StringComparison.Ordinal);

        var invoice = await Admin.Open($"/admin/enrollments/{await Id()}/invoice");
        var wrong = await invoice.Submit("Save the new date", f => f.Fill("DueOn", Today(-1)));
        var longer = await wrong.Submit("Save the new date", f => f.Fill("DueOn", Today(20)).Fill("Why", "They asked for time."));
        Assert.Equal((422, "Enter a day like 2026-12-24, after today and within a year"), (wrong.Status, wrong.ProblemOf("DueOn")));
        Assert.DoesNotContain("overdue", (await Admin.Open("/staff")).Text, StringComparison.Ordinal);

        var paid = await longer.Submit("Record the payment", f => f.Fill("Means", "BankTransfer").Fill("Reference", "T-77").Fill("ReceivedOn", Today(0)));
        var twice = await longer.Submit("Record the payment", f => f.Fill("Means", "BankTransfer").Fill("Reference", "T-77").Fill("ReceivedOn", Today(0)));
        Assert.Contains("paid by bank transfer, reference T-77", paid.Text, StringComparison.Ordinal);
        Assert.Contains("This invoice is not open anymore", twice.Alert, StringComparison.Ordinal);
        Assert.Equal(59_700, await Site.Db(db => db.Payments.Select(p => p.AmountMinor).SingleAsync()));
        Assert.Contains("They asked for time.", (await Admin.Open($"/admin/enrollments/{await Id()}")).Text, StringComparison.Ordinal);
        Assert.Equal("2026-0001", (await Admin.Open($"/admin/enrollments/{await Id()}")).Fact("Receipt"));
        Assert.Equal(1, await Site.Db(db => db.Documents.CountAsync()));
        Assert.Empty(Stripe.PaymentIntents);
    }

    [Fact]
    public async Task An_unpaid_invoice_has_nothing_to_give_back_and_moves_nowhere()
    {
        var cohort = await Given.OpenCohort();
        await Given.OpenCohort();
        await Invoiced(cohort);

        var transfer = await Admin.Open($"/admin/enrollments/{await Id()}/transfers/new");
        var end = await Admin.Open($"/admin/enrollments/{await Id()}/refunds/new");
        await end.Submit("End the enrollment, refund nothing", f => f.Fill("Reason", "Not paid."));

        Assert.Contains("paid by an invoice that is still open", transfer.Text, StringComparison.Ordinal);
        Assert.Equal(0, await SeatsTaken(cohort));
        Assert.Empty(await Refunds());
        var books = await Admin.Open("/admin/outside-money");
        Assert.Contains("No invoice is open", books.Text, StringComparison.Ordinal);
        Assert.Contains("Unpaid invoices of seats that ended", books.Text, StringComparison.Ordinal);

        var late = await (await books.Click("Riley Sample"))
            .Submit("Record the payment", f => f.Fill("Means", "Check").Fill("Reference", "1077").Fill("ReceivedOn", $"{Site.Now:yyyy-MM-dd}"));
        var all = await late.Click("Return what was paid");

        Assert.Contains("paid by check, reference 1077", late.Text, StringComparison.Ordinal);
        Assert.Contains("Money came for a seat that has ended:", (await Admin.Open("/staff")).Text, StringComparison.Ordinal);
        Assert.Contains("$597.00 is left", all.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Stripe keeps its fee", all.Text, StringComparison.Ordinal);

        await all.Submit("Refund $597.00", f => f.Fill("Reason", "Nothing was owed."));
        Assert.DoesNotContain("Money came for a seat", (await Admin.Open("/staff")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("seats that ended", (await Admin.Open("/admin/outside-money")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Money_from_outside_is_never_asked_of_Stripe_but_returned_by_staff_and_told()
    {
        var cohort = await Given.OpenCohort();
        await Outside(cohort);
        var page = await Admin.Open($"/admin/enrollments/{await Id()}/refunds/new");

        Assert.Contains("has to be returned by you, outside Stripe: it was paid by check, reference 1042", page.Text, StringComparison.Ordinal);
        var list = await page.Submit("End the enrollment, refund $507.45");
        await Site.SendRefunds();
        await Site.Reconcile();

        Assert.Equal((RefundOrigin.Outside, RefundStatus.Requested), (await Refunds()).Single() switch { var r => (r.Origin, r.Status) });
        Assert.Empty(Site.StandIns.Stripe.Refunds);
        Assert.Contains("The registrar returns it the way it was paid", (await Mail("Your enrollment has ended", "riley@clinic.example")).Text, StringComparison.Ordinal);
        Assert.Contains("Money to return:", (await Admin.Open("/staff")).Text, StringComparison.Ordinal);
        Site.Statements.Take();
        Assert.Contains("Harbor Clinic", (await Admin.Open("/admin/outside-money")).Text, StringComparison.Ordinal);
        Assert.InRange(Site.Statements.Take().Count, 1, 8);

        var back = await (await list.Reload()).Click("Record the return");
        var wrong = await back.Submit();
        var done = await wrong.Submit(f => f.Fill("Means", "Check").Fill("Reference", "2051").Fill("ReturnedOn", Today(0)));
        Assert.Equal((422, "Choose how it was returned"), (wrong.Status, wrong.ProblemOf("Means")));
        Assert.Contains("Returned outside Stripe, by check, reference 2051.", done.Text, StringComparison.Ordinal);
        Assert.Contains("has been returned by check, reference 2051", (await Mail("$507.45 has been returned", "riley@clinic.example")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Money to return", (await Admin.Open("/staff")).Text, StringComparison.Ordinal);
        await back.Submit(f => f.Fill("Means", "Check").Fill("Reference", "9999").Fill("ReturnedOn", Today(0)));
        Assert.Equal("2051", (await Refunds()).Single().OutsideReference);

        var student = await Admin.Open($"/admin/enrollments/{await Id()}");
        var note = await student.Click("CN-2026-0001");
        Assert.Equal(("2026-0001", "CN-2026-0001"), (student.Fact("Receipt"), student.Fact("Credit note")));
        Assert.Contains("check, reference 2051", note.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("1042", note.Text, StringComparison.Ordinal);
        Assert.Equal(2, await Site.Db(db => db.Documents.CountAsync()));
    }

    [Fact]
    public async Task Who_withdraws_is_told_that_the_registrar_returns_it()
    {
        var cohort = await Given.OpenCohort();
        await Outside(cohort);
        var asked = await (await Own("You are enrolled")).Click("Withdraw");

        var withdrawn = await asked.Submit();
        await Site.SendRefunds();

        Assert.Contains("The registrar returns it the way it was paid", asked.Text, StringComparison.Ordinal);
        Assert.Contains("The registrar returns it the way it was paid", withdrawn.Text, StringComparison.Ordinal);
        Assert.Equal((50_745, RefundStatus.Requested), (await Refunds()).Single() switch { var r => (r.AmountMinor, r.Status) });
        Assert.Empty(Stripe.Refunds);
    }

    [Fact]
    public async Task A_canceled_cohort_gives_back_each_in_its_own_way()
    {
        var cohort = await Given.OpenCohort();
        await Paid(cohort);
        await Outside(cohort);
        var page = await Admin.Open($"/admin/cohorts/{cohort.Id}/cancellation");
        Assert.Contains("Refund in full, returned by you outside Stripe", page.Text, StringComparison.Ordinal);

        var progress = await page.Submit("Cancel, refund $1,194.00", f => f.Fill("Reason", "Too few people.").Fill("Confirm", "2"));
        await Site.Tick<CancellationsWork>();
        await Site.SendRefunds();

        Assert.Equal(59_700, Assert.Single(Stripe.Refunds).Amount);
        Assert.Contains("to be returned outside Stripe", (await progress.Reload()).Text, StringComparison.Ordinal);
        Assert.Contains("the payer, the way it was paid: check, reference 1042", (await Mail("We had to cancel your course", "riley@clinic.example")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_seat_that_was_paid_outside_moves_with_its_worth()
    {
        var cohort = await Given.OpenCohort();
        var other = await Given.OpenCohort(price: Domain.Tests.Some.Price with { Minor = 49_700 });
        await Outside(cohort);

        var page = await Admin.Open($"/admin/enrollments/{await Id()}/transfers/new");
        await page.Submit(f => f.Fill("To", $"{other.Id}:-10000"));
        await Site.SendRefunds();

        Assert.Equal((0, 1), (await SeatsTaken(cohort), await SeatsTaken(other)));
        Assert.Equal((RefundOrigin.Outside, 10_000L), (await Refunds()).Single() switch { var r => (r.Origin, r.AmountMinor) });
    }

    private Task<int> Id() => Site.Db(db => db.Enrollments.Where(e => e.Email == "riley@clinic.example").OrderBy(e => e.Id).Select(e => e.Id).FirstAsync());
}
