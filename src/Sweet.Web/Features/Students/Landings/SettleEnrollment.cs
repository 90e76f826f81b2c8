using Microsoft.EntityFrameworkCore;
using Sweet.Domain;
using Sweet.Domain.Enrollments;
using Sweet.Domain.Orders;
using Sweet.Web.Data;
using Sweet.Web.Payments;
using Sweet.Web.Settling;

namespace Sweet.Web.Features.Students.Landings;

/// <summary>Asks Stripe how the open page of an enrollment stands, and settles it.</summary>
public sealed class SettleEnrollment(SweetDbContext db, SettleCheckout settleCheckout, AskedSessions asked)
{
    public async Task<Landing> Settle(string token, CancellationToken ct)
    {
        if (await db.FindInCohort(e => e.LinkToken == token, ct) is { } found) return await Settle(found, ct);

        // The link was replaced while the student was at Stripe, whose way back is the old one.
        if (await FindRetired(token, ct) is not { } moved) return Landing.Unknown;

        await Settle(moved, ct);
        return Landing.Replaced;
    }

    private async Task<EnrollmentInCohort?> FindRetired(string token, CancellationToken ct)
    {
        var hash = RetiredLink.HashOf(token);
        var enrollmentId = await db.RetiredLinks.Where(l => l.TokenHash == hash).Select(l => (int?)l.EnrollmentId).SingleOrDefaultAsync(ct);
        return enrollmentId is null ? null : await db.FindInCohort(e => e.Id == enrollmentId, ct);
    }

    private async Task<Landing> Settle(EnrollmentInCohort found, CancellationToken ct)
    {
        var sessionId = await db.Checkouts.OpenOf(found.EnrollmentId)
            .OrderBy(c => c.Attempt).Select(c => c.SessionId).LastOrDefaultAsync(ct);
        return sessionId is null ? Landing.Settled : await asked.Ask(sessionId, () => Ask(sessionId, ct));
    }

    private async Task<Landing> Ask(string sessionId, CancellationToken ct)
    {
        try
        {
            await settleCheckout.Settle(sessionId, Actor.Student, notice: null, ct);
            return Landing.Settled;
        }
        catch (StripeUnavailableException)
        {
            // The webhook or the reconciliation settles it; the page asks again.
            return Landing.Unsettled;
        }
    }
}

public enum Landing
{
    Unknown,

    /// <summary>By a link that was replaced: settled, and nothing is shown.</summary>
    Replaced,

    /// <summary>Stripe did not answer.</summary>
    Unsettled,

    /// <summary>The enrollment page says how things stand.</summary>
    Settled,
}
