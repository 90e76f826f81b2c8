using System.Text;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Sweet.Domain.Enrollments;
using Sweet.Web.Data;
using Sweet.Web.Hosting;
using Sweet.Web.Wording.Calendars;

namespace Sweet.Web.Features.Students.EnrollmentCalendars;

/// <summary>The calendar file of a confirmed enrollment; once its seat was given back, one that takes the meetings out again.</summary>
[AllowAnonymous]
[PrivatePage]
public sealed class EnrollmentCalendarsController(SweetDbContext db, IOptions<SiteOptions> site) : Controller
{
    [HttpGet("/enrollments/{token}/calendar.ics")]
    public async Task<IActionResult> Show(string token, CancellationToken ct)
    {
        var enrollment = await db.Enrollments.AsNoTracking().OpenedBy(token).WithClassMeetings()
            .SingleOrDefaultAsync(e => e.Status == EnrollmentStatus.Confirmed || e.Status == EnrollmentStatus.Cancelled, ct);
        if (enrollment is null) return NotFound();

        var calendar = EnrollmentCalendar.WriteFile(enrollment, site.Value.BaseUrl, site.Value.HelpEmail);
        return File(Encoding.UTF8.GetBytes(calendar), $"{EnrollmentCalendar.ContentType}; charset=utf-8", EnrollmentCalendar.FileName);
    }
}
