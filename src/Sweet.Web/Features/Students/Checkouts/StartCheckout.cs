using Microsoft.EntityFrameworkCore;
using Sweet.Domain;
using Sweet.Domain.Enrollments;
using Sweet.Domain.Orders;
using Sweet.Domain.Settlements;
using Sweet.Web.Data;
using Sweet.Web.Payments;
using Sweet.Web.Settling;

namespace Sweet.Web.Features.Students.Checkouts;

/// <summary>To Stripe's page: resumes the open one, or saves a new attempt, asks Stripe, and saves the answer.</summary>
public sealed class StartCheckout(
    SweetDbContext db, StripeCheckout stripe, SettleCheckout settleCheckout, CheckoutAttempts attempts, TimeProvider clock)
{
    /// <remarks>All calls to Stripe together take no longer than one may.</remarks>
    public async Task<CheckoutResult> Start(string token, CancellationToken ct)
    {
        var found = await db.FindInCohort(e => e.LinkToken == token, ct);
        if (found is null) return new NoSuchEnrollment();

        try
        {
            return await StripeCall.WithinOne(
                clock, async limited => await Resume(found, limited) ?? await Begin(found, token, attempts.Hold, limited, ct), ct);
        }
        catch (StripeUnavailableException)
        {
            // Of an open page nobody but Stripe knows whether it was paid meanwhile.
            return new StripeIsDown(MayBePaid: await db.Checkouts.OpenOf(found.EnrollmentId).AnyAsync(ct));
        }
    }

    // A page at Stripe is open as far as we know: Stripe says how it stands, so that nobody pays twice.
    private async Task<CheckoutResult?> Resume(EnrollmentInCohort found, CancellationToken limited)
    {
        var open = await db.Checkouts.OpenOf(found.EnrollmentId).OrderBy(c => c.Attempt)
            .Select(c => new { c.SessionId, c.Url, c.Email, Wanted = c.Order.Enrollment.Email }).LastOrDefaultAsync(limited);
        if (open is null) return null;

        var isFor = open.Email == open.Wanted;
        var report = isFor ? await stripe.Find(open.SessionId!, limited) : await stripe.Expire(open.SessionId!, limited);
        if (isFor && report is { Facts.State: SessionState.Open }) return new GoToStripe(open.Url!);

        if (report is not null) await settleCheckout.Take(report, Actor.Student, notice: null, limited);
        return null;
    }

    private async Task<CheckoutResult> Begin(
        EnrollmentInCohort found, string token, HoldTerms hold, CancellationToken limited, CancellationToken ct)
    {
        var (refusal, checkout) = await attempts.Save(token, hold, ct);
        if (refusal is { } reason) return new PaymentRefused(reason);
        if (checkout!.Status == CheckoutStatus.Open) return new GoToStripe(checkout.Url!);

        try
        {
            var opened = await stripe.Open(checkout, limited);
            bool Keep(Checkout c) => c.Open(opened.SessionId, opened.Url, Actor.Student, clock.GetUtcNow().UtcDateTime);
            var isOpen = await attempts.SaveAnswer(found, checkout.Id, Keep, ct);
            return isOpen ? new GoToStripe(opened.Url) : new PaymentRefused(PaymentRefusal.NotHeld);
        }
        catch (StripeRefusedException refused)
        {
            // Stripe keeps refusing under this key: the next attempt takes a new one.
            var isAddress = refused.Parameter == "customer_email";
            var isForClocks = refused.Parameter == "expires_at" && hold.Extra == TimeSpan.Zero;
            await attempts.GiveUp(found, checkout.Id, refused.Message, isForStaff: !isAddress && !isForClocks, ct);
            if (isForClocks) return await Begin(found, token, hold with { Extra = CheckoutPlan.ForClocks }, limited, ct);

            return isAddress ? new AddressRefused() : new StripeRefuses();
        }
        catch (StripeUnavailableException failed) when (failed.IsStored)
        {
            await attempts.GiveUp(found, checkout.Id, failed.Message, isForStaff: false, ct);
            return new StripeIsDown(MayBePaid: false);
        }
    }
}

public abstract record CheckoutResult;

public sealed record GoToStripe(string Url) : CheckoutResult;

/// <summary>Nothing can be paid now; the enrollment page says how things stand.</summary>
public sealed record PaymentRefused(PaymentRefusal Reason) : CheckoutResult;

/// <summary>The hold stays as it is, and the button works again.</summary>
/// <param name="MayBePaid">A page at Stripe is open, and we cannot see whether it was paid.</param>
public sealed record StripeIsDown(bool MayBePaid) : CheckoutResult;

/// <summary>No repetition heals it: staff were told.</summary>
public sealed record StripeRefuses : CheckoutResult;

/// <summary>Stripe does not like the student's address.</summary>
public sealed record AddressRefused : CheckoutResult;

public sealed record NoSuchEnrollment : CheckoutResult;
