using Microsoft.EntityFrameworkCore;
using Sweet.Web.Features.Staff.Shared.Seats;
using Sweet.Web.Tests.Support;
using Sweet.Web.Workers;

namespace Sweet.Web.Tests.Stories.ByHand;

/// <summary>Money that Stripe never had, in the books of its month and in what is kept of a person.</summary>
public sealed class OutsideBooksTests : HandStory
{
    [Fact]
    public async Task A_month_of_the_books_has_it_as_lines_of_their_own_and_compares_none_of_it_with_Stripe()
    {
        var cohort = await Given.OpenCohort();
        await Paid(cohort);
        await Outside(cohort);
        await Returned();
        await Site.Tick<BalanceWork>();
        Site.Pass(TimeSpan.FromDays(2));
        await Site.Tick<BalanceWork>();
        await Admin.SignIn();
        await Admin.Open("/admin/books?month=2026-11");
        Site.Statements.Take();

        var books = await Admin.Open("/admin/books?month=2026-11");

        Assert.InRange(Site.Statements.Take().Count, 1, 8);
        foreach (var part in (string[])
            [
                "Payments1$597.00$17.61$579.39", "Received outside Stripe1$597.00none$597.00", "Returned outside Stripe1−$507.45none−$507.45",
                "Net at Stripe, before payouts$579.39", "Net with money outside Stripe$668.94", "check, reference 1042", "check, reference 2051",
                "Receipts: 2, 2026-0001 to 2026-0002.", "Credit note: 1, CN-2026-0001.", "every payment, refund, and dispute of this month is in both",
            ])
            Assert.Contains(part, books.Text, StringComparison.Ordinal);
        Assert.Equal(["2026-0002", "CN-2026-0001"], books.Links.Where(l => l.Contains("2026-0", StringComparison.Ordinal)));

        var number = await Site.Db(db => db.Enrollments.Where(e => e.Email == "riley@clinic.example").Select(e => e.Number).SingleAsync());
        var file = (await books.Click("Save as CSV")).Body;
        Assert.Contains($"2026-11-21 12:00,Received outside Stripe,,597.00,0.00,597.00,USD,{number},2026-0002,,,,,\"check, reference 1042\"", file, StringComparison.Ordinal);
        Assert.Contains($",Returned outside Stripe,,-507.45,0.00,-507.45,USD,{number},CN-2026-0001,,,,,\"check, reference 2051\"", file, StringComparison.Ordinal);
        Assert.DoesNotContain("Missing at Stripe", file, StringComparison.Ordinal);
        Assert.Contains("$1,194", (await Admin.Open("/staff")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Received outside", (await Admin.Open("/admin/books?month=2026-10")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_owes_an_invoice_is_not_forgotten_and_once_it_is_paid_only_what_the_accountant_needs_stays()
    {
        var cohort = await Given.OpenCohort();
        await Invoiced(cohort);
        await Given.ConfirmedEnrollment(cohort, "other@clinic.example");
        await Site.SendMail();
        var file = await (await Admin.Open("/admin/enrollments/1")).Submit("Download everything");
        foreach (var word in (string[])["books@harbor.example", "2026-17"]) Assert.Contains(word, Unzipped(file), StringComparison.Ordinal);
        Site.Pass(TimeSpan.FromDays(120));
        await Admin.SignIn();
        var seats = await Seats(cohort.Id);

        var owed = await Admin.Open("/admin/enrollments/1/erasures/new");
        Assert.False(owed.HasForm);
        var invoice = await owed.Click(owed.Document.QuerySelector("a[href='/admin/enrollments/1/invoice']")!.TextContent);
        await invoice.Submit("Record the payment", f => f.Fill("Means", "Check").Fill("Reference", "Riley’s check").Fill("ReceivedOn", Today(0)));
        var erasable = await Admin.Open("/admin/enrollments/1/erasures/new");
        var number = await Site.Db(db => db.Enrollments.Where(e => e.Id == 1).Select(e => e.Number).SingleAsync());
        var erased = await erasable.Submit(f => f.Fill("Number", number));

        Assert.Equal("Erased", erased.Heading);
        Assert.Equal(
            (null, "2026-17", "Erased"),
            await Site.Db(db => db.Payments.Select(p => new ValueTuple<string?, string?, string?>(p.Order.PayerEmail, p.Order.InvoiceNumber, p.OutsideReference)).SingleAsync()));
        Assert.Equal("2 + 0 + 0 + 0 + 28 = 30", seats);
        Assert.Equal(seats, await Seats(cohort.Id));
        Assert.Contains("2027-0001", erased.Links);
    }

    private Task<string> Seats(int cohortId) => Site.Db(async db =>
        (await SeatCounts.Of(db, [cohortId], default)).SeatsOf(await db.Cohorts.SingleAsync(c => c.Id == cohortId)).Equation);

    private static string Unzipped(Page file)
    {
        using var zip = new System.IO.Compression.ZipArchive(new MemoryStream(file.Bytes));
        return new StreamReader(zip.GetEntry("everything.json")!.Open()).ReadToEnd();
    }

    /// <summary>The seat that was paid outside ends, and what goes back was returned.</summary>
    private async Task Returned()
    {
        var id = await Site.Db(db => db.Enrollments.Where(e => e.Email == "riley@clinic.example").Select(e => e.Id).SingleAsync());
        var page = await Admin.Open($"/admin/enrollments/{id}/refunds/new");
        var list = await page.Submit("End the enrollment, refund $507.45");
        var back = await list.Click("Record the return");
        await back.Submit(f => f.Fill("Means", "Check").Fill("Reference", "2051").Fill("ReturnedOn", Today(0)));
    }
}
