using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Sweet.Domain;
using Sweet.Web.Books.Balance;
using Sweet.Web.Data;
using Sweet.Web.Features.Staff.BookMonths;
using Sweet.Web.Features.Staff.Shared;
using Sweet.Web.Hosting;
using Sweet.Web.Wording;
using Sweet.Web.Wording.Office;

namespace Sweet.Web.Features.Staff.BookExports;

/// <summary>A month of the books as a file for a spreadsheet: a line for each movement.</summary>
[Authorize(Policies.Admin)]
[PrivatePage]
public sealed class BookExportsController(BookMonthReading months, SweetDbContext db, TimeProvider clock) : Controller
{
    private static readonly string[] Head =
    [
        "Date (New York)", "What", "Stripe's word", "Amount", "Fee", "Net", "Currency", "Enrollment number", "Document", "Stripe object",
        "Balance transaction", "Payout", "Difference", "Outside Stripe by",
    ];

    [HttpGet("/admin/books/export")]
    public async Task<IActionResult> Show(CancellationToken ct)
    {
        if (OfficeMonth.From(Request, clock.GetUtcNow().UtcDateTime) is not { } month) return NotFound();

        var lines = await months.Lines(month, ct);
        var readUpToUtc = await db.BalanceReadings.MaxAsync(r => (DateTime?)r.UpToUtc, ct);
        var missing = await months.Missing(month, readUpToUtc, ct);
        var outside = await months.Outside(month, ct);
        return File(
            CsvFile.Of(Head, [.. lines.Select(Fields), .. outside.Select(Fields), .. missing.Select(Fields)]),
            CsvFile.ContentType, $"books-{month.Word}.csv");
    }

    private static IEnumerable<string?> Fields(BalanceLine line) =>
    [
        DateOf(line.AtUtc), line.Kind.InSingular(), line.Type, Number(line.Amount), Number(line.Fee), Number(line.Net),
        line.Amount.Currency,
        line.EnrollmentNumber, line.Document, line.SourceId, line.StripeId, line.Payout, line.DifferenceInWords(), null,
    ];

    private static IEnumerable<string?> Fields(OutsideLine line) =>
    [
        DateOf(line.AtUtc), line.What, null, Number(line.Amount), Number(line.Amount with { Minor = 0 }), Number(line.Amount),
        line.Amount.Currency, line.EnrollmentNumber, line.Document, null, null, null, null, line.Reference,
    ];

    private static IEnumerable<string?> Fields(MissingLine line) =>
    [
        DateOf(line.AtUtc), line.IsRefund ? "Refund" : "Payment", null, null, null, null, line.Amount.Currency, line.EnrollmentNumber, null,
        line.StripeId, null, null, $"Missing at Stripe: {Number(line.Amount)} in our books", null,
    ];

    private static string DateOf(DateTime utc) =>
        ZonedTime.At(utc, OfficeTime.Zone).Local.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    private static string Number(Money money) => money.Units.ToString($"F{money.Decimals}", CultureInfo.InvariantCulture);
}
