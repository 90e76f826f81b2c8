using Microsoft.EntityFrameworkCore;
using Sweet.Domain;
using Sweet.Domain.Orders;
using Sweet.Web.Data;
using Sweet.Web.Features.StripeWebhooks;
using Sweet.Web.Payments;

namespace Sweet.Web.Features.Landings;

/// <summary>Asks Stripe how the open page of an enrollment stands, and settles it.</summary>
public sealed class SettleEnrollment(SweetDbContext db, SettleCheckout settleCheckout)
{
    public async Task<Landing> For(string token, CancellationToken ct)
    {
        var place = await db.PlaceOf(e => e.LinkToken == token, ct);
        if (place is null) return Landing.Unknown;

        var sessionId = await db.Checkouts.OpenOf(place.EnrollmentId).OrderBy(c => c.Attempt).Select(c => c.SessionId).LastOrDefaultAsync(ct);
        if (sessionId is null) return Landing.Settled;

        try
        {
            await settleCheckout.For(sessionId, Actor.Student, notice: null, ct);
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

    /// <summary>Stripe did not answer.</summary>
    Unsettled,

    /// <summary>The enrollment page says how things stand.</summary>
    Settled,
}
