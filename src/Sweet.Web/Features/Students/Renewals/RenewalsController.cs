using System.Diagnostics;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Sweet.Domain.Enrollments;
using Sweet.Web.Data;
using Sweet.Web.Features.Shared;
using Sweet.Web.Features.Students.AddressProofs;
using Sweet.Web.Features.Students.Enrollments;
using Sweet.Web.Features.Students.Shared;
using Sweet.Web.Features.Students.StudentPages;
using Sweet.Web.Hosting;
using Sweet.Web.Hosting.Security;
using Sweet.Web.Wording;

namespace Sweet.Web.Features.Students.Renewals;

/// <summary>"Register again" after a hold has ended: a new enrollment with all that was typed for the old one.</summary>
[AllowAnonymous]
[PrivatePage]
[AllowsCheckout]
public sealed class RenewalsController(
    SweetDbContext db, ProveAddress proveAddress, EnrollStudent enrollStudent, EnrollmentPages pages,
    IOptions<EnrollmentOptions> options) : Controller
{
    [HttpGet("/enrollments/{token}/renewals")]
    public IActionResult New(string token) => this.SeeOther($"/enrollments/{token}");

    [HttpPost("/enrollments/{token}/renewals")]
    [EnableRateLimiting(RateLimits.Registration)]
    public async Task<IActionResult> Create(string token, CancellationToken ct)
    {
        await proveAddress.By(token, Client.Of(HttpContext), ct);
        var ended = await db.Enrollments.AsNoTracking().Include(e => e.Order).Include(e => e.Cohort)
            .SingleOrDefaultAsync(e => e.LinkToken == token, ct);
        if (ended is null) return NotFound();
        if (ended.IsLive) return this.SeeOther($"/enrollments/{token}");

        var code = await db.Vouchers.Where(v => v.Id == ended.Order.VoucherId).Select(v => v.Code).SingleOrDefaultAsync(ct);
        return await enrollStudent.Enroll(ended.Cohort.Reference, ApplicantOf(ended, code), ct) switch
        {
            SeatHeld(var newToken, _) => this.SeeOther($"/enrollments/{newToken}"),
            Refused(var reason) => await this.AnswerOnPage(
                pages, token, reason.InWords(options.Value.HoldMinutes), StatusCodes.Status422UnprocessableEntity, ct),
            _ => throw new UnreachableException(),
        };
    }

    private Applicant ApplicantOf(Enrollment ended, string? code)
    {
        var payer = ended.Order.PayerName is { } name ? new Payer(name, ended.Order.PayerAddress) : null;
        var origin = new Origin(ended.HeardFrom, ended.ArticleSlug, ended.Accommodation);
        return new Applicant(ended.ToStudent(), origin, payer, SeenPriceMinor: null, Client.Remembered(HttpContext))
        {
            AddressProvenAtUtc = ended.AddressProvenAtUtc,
            Code = code,
            IsCodeOptional = true,
        };
    }
}
