using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Sweet.Web.Features.Staff.Rosters;
using Sweet.Web.Features.Staff.Shared;
using Sweet.Web.Hosting;
using Sweet.Web.Wording;
using Sweet.Web.Wording.Office;

namespace Sweet.Web.Features.Staff.RosterExports;

/// <summary>A roster as a file for a spreadsheet: all columns, whatever the page shows.</summary>
[Authorize(Policies.Admin)]
[PrivatePage]
public sealed class RosterExportsController(RosterReading rosters) : Controller
{
    private static readonly string[] Head =
    [
        "Enrollment number", "First name", "Last name", "Name on the certificate", "Email", "State", "Profession", "License number",
        "License state", "Paid", "Currency", "Registered (New York)", "Payer", "Heard from", "Article",
        "Came along from an earlier seat",
    ];

    [HttpGet("/admin/cohorts/{id:int}/roster.csv")]
    public async Task<IActionResult> Show(int id, CancellationToken ct) =>
        await rosters.Whole(id, RosterQuery.Of(Request), ct) is { } page
            ? File(CsvFile.Of(Head, page.People.Rows.Select(Fields)), CsvFile.ContentType, $"roster-{page.Cohort.Reference}.csv")
            : NotFound();

    private static IEnumerable<string?> Fields(RosterRow row) =>
    [
        row.Number, row.FirstName, row.LastName, row.Certificate, row.Address, row.State,
        row.LacksDetails ? "" : row.ProfessionInWords, row.LicenseNumber,
        row.LicenseState, row.Paid.Units.ToString($"F{row.Paid.Decimals}", CultureInfo.InvariantCulture), row.Currency,
        ZonedTime.At(row.CreatedAtUtc, OfficeTime.Zone).Local.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture), row.PayerName,
        row.HeardFrom, row.ArticleSlug, row.CameAlong.Units.ToString($"F{row.Paid.Decimals}", CultureInfo.InvariantCulture),
    ];
}
