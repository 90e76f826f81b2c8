using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Sweet.Web.Features.Staff.AuditEntries;
using Sweet.Web.Features.Staff.Shared;
using Sweet.Web.Hosting;
using Sweet.Web.Wording;
using Sweet.Web.Wording.Office;

namespace Sweet.Web.Features.Staff.AuditExports;

/// <summary>The audit trail as it is filtered, as a file for a spreadsheet.</summary>
[Authorize(Policies.Admin)]
[PrivatePage]
public sealed class AuditExportsController(AuditPages pages) : Controller
{
    private static readonly string[] Head = ["When (New York)", "Who", "On what", "Part", "Before", "After", "Why"];

    [HttpGet("/admin/audit/export")]
    public async Task<IActionResult> Show(CancellationToken ct) => File(
        CsvFile.Of(Head, (await pages.Whole(AuditFilter.From(Request), ct)).Select(Fields)), CsvFile.ContentType, "audit-trail.csv");

    private static IEnumerable<string?> Fields(AuditRow row) =>
    [
        ZonedTime.At(row.AtUtc, OfficeTime.Zone).Local.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture), row.By, row.Thing,
        row.Part, row.From is { } from ? HistoryText.Spelled(from) : null, HistoryText.Spelled(row.To), row.Why,
    ];
}
