using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;
using Sweet.Web.Data;
using Sweet.Web.Hosting;
using Sweet.Web.Wording.Calendars;

namespace Sweet.Web.Features.Students.Calendars;

/// <summary>What calendar programs subscribe to, behind a token that reads the calendar and nothing else.</summary>
[AllowAnonymous]
[PrivatePage]
public sealed class CalendarsController(SweetDbContext db, IOptions<SiteOptions> site) : Controller
{
    [HttpGet("/calendars/{token}.ics")]
    public async Task<IActionResult> Show(string token, CancellationToken ct)
    {
        var enrollment = await db.Enrollments.AsNoTracking().WithClassMeetings()
            .SingleOrDefaultAsync(e => e.CalendarToken == token || e.MailedCalendarToken == token, ct);
        if (enrollment is null) return NotFound();

        var bytes = Encoding.UTF8.GetBytes(EnrollmentCalendar.WriteFeed(enrollment, site.Value.BaseUrl, site.Value.HelpEmail));
        var tag = new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(bytes))[..32]}\"");
        return File(bytes, $"{EnrollmentCalendar.ContentType}; charset=utf-8", lastModified: null, tag);
    }
}
