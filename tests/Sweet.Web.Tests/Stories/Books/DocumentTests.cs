using Microsoft.EntityFrameworkCore;
using Sweet.Domain.Restoring;
using Sweet.Web.Tests.Support;

namespace Sweet.Web.Tests.Stories.Books;

/// <summary>What an accountant keeps: receipts, credit notes and their reversals, numbered.</summary>
public sealed class DocumentTests : PaidStory
{
    [Fact]
    public async Task A_payment_has_a_receipt_that_student_and_staff_read_print_and_save()
    {
        var held = await Visitor.Register(await Given.OpenCohort(), Journey.Email, form => form
            .Fill("First name", "Łukasz").Fill("Name for the receipt", "Sample Agency").Fill("Address for the receipt", "1 Sample Street\r\nSample City"));
        await Stripe.Pay(await held.GoToPay());
        var admin = await StaffVisitor.Admin(Site);

        var receipt = await (await Visitor.Open($"/enrollments/{held.Token()}/receipt")).Click("2026-0001");
        var file = await receipt.Click("Save as PDF");
        var byStaff = await (await admin.Open("/admin/enrollments/1")).Click("2026-0001");
        var fileOfStaff = await byStaff.Click("Save as PDF");

        Assert.Equal("Receipt 2026-0001", receipt.Heading);
        foreach (var part in (string[])["Sample Agency", "1 Sample Street", "Student: Łukasz", "EIN 12-3456789"])
            Assert.Contains(part, receipt.Text, StringComparison.Ordinal);
        foreach (var row in (string[])["Sales tax: $0.00", "Total: $597.00", "Paid on November 23, 2026, Visa card ending in 4242: $597.00"])
            Assert.Contains(row, receipt.Document.QuerySelectorAll("tr").Select(r => string.Join(": ", r.Children.Select(cell => cell.TextContent))));
        Assert.Contains("Sample Agency", byStaff.Text, StringComparison.Ordinal);
        foreach (var pdf in (Page[])[file, fileOfStaff])
        {
            Assert.Equal((200, "application/pdf"), (pdf.Status, pdf.ContentType));
            Assert.Contains("receipt-2026-0001.pdf", pdf.Headers["Content-Disposition"], StringComparison.Ordinal);
            Assert.StartsWith("%PDF-", pdf.Body, StringComparison.Ordinal);
            foreach (var sign in (string[])["/MarkInfo", "/StructTreeRoot", "/Lang", "/ToUnicode"]) Assert.Contains(sign, pdf.Body, StringComparison.Ordinal);
        }

        Assert.InRange(file.Body.Length, 1_000, 60_000);
    }

    [Fact]
    public async Task A_refund_that_arrived_has_a_credit_note_and_one_that_fails_after_all_its_reversal()
    {
        var enrolled = await Paid();
        var refund = await Stripe.Refund(Intent, 10_000);
        await Stripe.FailRefund(refund.Id);
        await Stripe.Refund(Intent, 5_000);

        Assert.Equal(
            ["2026-0001 $597.00", "CN-2026-0001 $100.00 of 2026-0001", "RV-2026-0001 $100.00 of CN-2026-0001", "CN-2026-0002 $50.00 of 2026-0001"],
            await Numbers());
        var note = await Visitor.Open($"/enrollments/{enrolled.Token()}/documents/CN-2026-0001");
        Assert.Contains("For receipt 2026-0001", note.Text, StringComparison.Ordinal);
        var reversal = await note.Click("Reversal RV-2026-0001");
        Assert.Contains("Reverses credit note CN-2026-0001", reversal.Text, StringComparison.Ordinal);
        Assert.Equal(200, (await reversal.Click("Save as PDF")).Status);
    }

    [Fact]
    public async Task Whatever_is_told_twice_or_is_only_on_its_way_gets_no_number()
    {
        await Paid();
        foreach (var happened in Stripe.Events.ToList()) await Site.StandIns.Webhooks.DeliverAtOnce(happened, 5);
        await Site.Reconcile();
        Stripe.RunShort();
        await Stripe.Refund(Intent, 10_000);

        Assert.Equal(["2026-0001 $597.00"], await Numbers());
        await Stripe.Fund();
        Assert.Equal(["2026-0001 $597.00", "CN-2026-0001 $100.00 of 2026-0001"], await Numbers());
    }

    [Fact]
    public async Task Money_that_a_bank_takes_back_gets_no_credit_note()
    {
        var enrolled = await Paid();
        var dispute = await Stripe.Dispute(Intent);
        await Stripe.CloseDispute(dispute.Id, won: false);

        Assert.Equal(["2026-0001 $597.00"], await Numbers());
        Assert.Contains("Given back by the bank", (await Visitor.Open($"/enrollments/{enrolled.Token()}/receipt")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Money_that_came_for_nothing_has_a_receipt_and_a_credit_note_like_all_other()
    {
        await PaidTwice();
        await Site.SendRefunds();

        Assert.Equal(["2026-0001 $597.00", "2026-0002 $597.00", "CN-2026-0001 $597.00 of 2026-0002"], await Numbers());
    }

    [Fact]
    public async Task Each_year_of_the_institute_begins_anew()
    {
        var cohort = await Given.OpenCohort();
        await Paid(cohort, "first@clinic.example");
        Site.Clock.SetUtcNow(new DateTimeOffset(2027, 1, 1, 4, 59, 0, TimeSpan.Zero));
        await Paid(cohort, "second@clinic.example", Site.NewVisitor());
        Site.Pass(TimeSpan.FromMinutes(2));
        await Paid(cohort, "third@clinic.example", Site.NewVisitor());

        Assert.Equal(["2026-0001 $597.00", "2026-0002 $597.00", "2027-0001 $597.00"], await Numbers());
    }

    /// <summary>Numbers that the older copy has lost are on paper already.</summary>
    [Fact]
    public async Task After_a_restore_no_number_is_given_a_second_time()
    {
        var cohort = await Given.OpenCohort();
        await Paid(cohort, "first@clinic.example");
        await Site.Db(async db =>
        {
            db.Restorations.Add(new Restoration(Site.Now.AddHours(-1), withheldMessages: 0, Site.Now));
            await db.SaveChangesAsync();
        });
        await Site.Reconcile();
        await Paid(cohort, "second@clinic.example", Site.NewVisitor());

        var numbers = await Numbers();
        Assert.Equal("2026-0001 $597.00", numbers[0]);
        Assert.Matches(@"^2026-R\d{8}-0001 ", numbers[1]);
    }

    [Fact]
    public async Task No_document_is_shown_to_who_holds_another_link_and_none_is_changed_or_deleted()
    {
        var cohort = await Given.OpenCohort();
        await Paid(cohort, "first@clinic.example");
        var other = await Paid(cohort, "second@clinic.example", Site.NewVisitor());

        Assert.Equal(404, (await Visitor.Open($"/enrollments/{other.Token()}/documents/2026-0001")).Status);
        Assert.Equal(404, (await Visitor.Open($"/enrollments/{other.Token()}/documents/2026-0001/pdf")).Status);
        var deleted = await Record.ExceptionAsync(() => Site.Db(async db =>
        {
            db.Documents.Remove(await db.Documents.FirstAsync());
            await db.SaveChangesAsync();
        }));
        Assert.Contains("document", Assert.IsType<InvalidOperationException>(deleted).Message, StringComparison.Ordinal);
    }

    private Task<List<string>> Numbers() => Site.Db(async db =>
        (await db.Documents.AsNoTracking().Include(d => d.RefersTo).OrderBy(d => d.Id).ToListAsync())
            .ConvertAll(d => $"{d.Number} {Sweet.Web.Wording.MoneyText.Exact(d.Amount)}{(d.RefersTo is null ? "" : $" of {d.RefersTo.Number}")}"));
}
