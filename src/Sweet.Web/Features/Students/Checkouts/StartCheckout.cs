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
                clock, async limited => await Resume(found, limited) ?? await Begin(token, limited, ct), ct);
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
            .Select(c => new
            {
                c.SessionId,
                c.Url,
                c.Email,
                Wanted = c.Order.Enrollment.Email,
                IsStuck = c.Order.Enrollment.TransferredFrom != null
                    && c.Order.Enrollment.TransferredFrom.Status != EnrollmentStatus.Confirmed,
            })
            .LastOrDefaultAsync(limited);
        if (open is null) return null;

        var isFor = open.Email == open.Wanted && !open.IsStuck;
        var report = isFor ? await stripe.Find(open.SessionId!, limited) : await stripe.Expire(open.SessionId!, limited);
        if (isFor && report is { Facts.State: SessionState.Open }) return new GoToStripe(open.Url!);

        if (report is not null) await settleCheckout.Take(report, Actor.Student, notice: null, limited);
        return null;
    }

    // Stripe's clock may be further ahead than a hold allows for: then once more, with more time.
    private async Task<CheckoutResult> Begin(string token, CancellationToken limited, CancellationToken ct) =>
        await Begin(token, extra: TimeSpan.Zero, limited, ct) ?? (await Begin(token, CheckoutPlan.ForClocks, limited, ct))!;

    /// <returns>Null if Stripe wants more time on the page than is left of the hold, and more can be given.</returns>
    private async Task<CheckoutResult?> Begin(string token, TimeSpan extra, CancellationToken limited, CancellationToken ct)
    {
        var (refusal, checkout) = await attempts.Save(token, extra, ct);
        if (refusal is { } reason) return new PaymentRefused(reason);
        if (checkout!.Status == CheckoutStatus.Open) return new GoToStripe(checkout.Url!);

        try
        {
            return await Open(checkout, limited, ct);
        }
        catch (StripeRefusedException refused)
        {
            return await GiveUp(checkout, refused, mayGetMore: extra == TimeSpan.Zero, ct);
        }
        catch (StripeUnavailableException failed) when (failed.IsStored)
        {
            await attempts.GiveUp(checkout, failed.Message, isForStaff: false, ct);
            return new StripeIsDown(MayBePaid: false);
        }
    }

    private async Task<CheckoutResult> Open(Checkout checkout, CancellationToken limited, CancellationToken ct)
    {
        var opened = await stripe.Open(checkout, limited);
        bool Keep(Checkout c) => c.Open(opened.SessionId, opened.Url, Actor.Student, clock.GetUtcNow().UtcDateTime);
        return await attempts.SaveAnswer(checkout, Keep, ct) ? new GoToStripe(opened.Url) : new PaymentRefused(PaymentRefusal.NotHeld);
    }

    // Stripe keeps refusing under this key: the next attempt takes a new one.
    private async Task<CheckoutResult?> GiveUp(Checkout checkout, StripeRefusedException refused, bool mayGetMore, CancellationToken ct)
    {
        var isAddress = refused.Parameter == "customer_email";
        var isForClocks = refused.Parameter == "expires_at" && mayGetMore;
        await attempts.GiveUp(checkout, refused.Message, isForStaff: !isAddress && !isForClocks, ct);
        return isForClocks ? null : isAddress ? new AddressRefused() : new StripeRefuses();
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
