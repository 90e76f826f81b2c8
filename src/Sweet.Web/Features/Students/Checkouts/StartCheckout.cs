using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Sweet.Domain;
using Sweet.Domain.Enrollments;
using Sweet.Domain.Orders;
using Sweet.Domain.Settlements;
using Sweet.Web.Data;
using Sweet.Web.Features.Students.Enrollments;
using Sweet.Web.Hosting;
using Sweet.Web.Payments;
using Sweet.Web.Settling;
using Sweet.Web.Wording;

namespace Sweet.Web.Features.Students.Checkouts;

/// <summary>To Stripe's page: resumes the open one, or saves a new attempt, asks Stripe, and saves the answer.</summary>
public sealed class StartCheckout(
    SweetDbContext db, StripeCheckout stripe, SettleCheckout settleCheckout, CheckoutPlan plan, TimeProvider clock)
{
    /// <remarks>All calls to Stripe together take no longer than one may.</remarks>
    public async Task<CheckoutResult> Start(string token, CancellationToken ct)
    {
        var found = await db.FindInCohort(e => e.LinkToken == token, ct);
        if (found is null) return new NoSuchEnrollment();

        try
        {
            return await StripeCall.WithinOne(clock, async limited => await Resume(found, limited) ?? await Begin(found, limited, ct), ct);
        }
        catch (StripeUnavailableException)
        {
            return new StripeIsDown();
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

    private async Task<CheckoutResult> Begin(EnrollmentInCohort found, CancellationToken limited, CancellationToken ct)
    {
        var (refusal, checkout) = await SaveAttempt(found, ct);
        if (refusal is { } reason) return new PaymentRefused(reason);
        if (checkout!.Status == CheckoutStatus.Open) return new GoToStripe(checkout.Url!);

        try
        {
            var opened = await stripe.Open(checkout, limited);
            bool Keep(Checkout c) => c.Open(opened.SessionId, opened.Url, Actor.Student, clock.GetUtcNow().UtcDateTime);
            var isOpen = await SaveAnswer(found, checkout.Id, Keep, ct);
            return isOpen ? new GoToStripe(opened.Url) : new PaymentRefused(PaymentRefusal.NotHeld);
        }
        catch (StripeRefusedException refused)
        {
            // Stripe keeps refusing under this key: the next attempt takes a new one.
            await GiveUp(found, checkout.Id, refused.Message, ct);
            return refused.Parameter == "customer_email" ? new AddressRefused() : new StripeIsDown();
        }
        catch (StripeUnavailableException failed) when (failed.IsStored)
        {
            await GiveUp(found, checkout.Id, failed.Message, ct);
            return new StripeIsDown();
        }
    }

    private Task<(PaymentRefusal?, Checkout?)> SaveAttempt(EnrollmentInCohort found, CancellationToken ct) =>
        db.InTransaction<(PaymentRefusal?, Checkout?)>(
            async transaction =>
            {
                var enrollment = await db.LockEnrollment(found, ct);
                var nowUtc = clock.GetUtcNow().UtcDateTime;
                if (enrollment.PaymentRefusalFor(plan.Hold.MaxMoves, nowUtc) is { } reason) return (reason, null);
                if (enrollment.Order.OpenCheckout is { } open) return (null, open);

                var checkout = enrollment.Order.BeginCheckout(plan.TermsFor(enrollment, nowUtc), plan.Hold, nowUtc);
                await transaction.SaveAndCommit(ct);
                return (null, checkout);
            },
            ct);

    private Task<bool> GiveUp(EnrollmentInCohort found, int checkoutId, string reason, CancellationToken ct) =>
        SaveAnswer(
            found,
            checkoutId,
            checkout =>
            {
                checkout.Fail(reason, Actor.Student, clock.GetUtcNow().UtcDateTime);
                return true;
            },
            ct);

    // Under the lock and afresh: the hold may have ended while Stripe was asked, and then its page is not shown.
    private Task<bool> SaveAnswer(EnrollmentInCohort found, int checkoutId, Func<Checkout, bool> change, CancellationToken ct) =>
        db.InTransaction(
            async transaction =>
            {
                await db.LockCohort(found.CohortId, ct);
                var checkout = await db.Checkouts.Include(c => c.Order.Enrollment).SingleAsync(c => c.Id == checkoutId, ct);
                var result = change(checkout);
                await transaction.SaveAndCommit(ct);
                return result;
            },
            ct);
}

public sealed class CheckoutPlan(IOptions<EnrollmentOptions> enrollment, IOptions<SiteOptions> site)
{
    public HoldTerms Hold => new(TimeSpan.FromMinutes(enrollment.Value.HoldMinutes), enrollment.Value.MaxHoldMoves);

    public CheckoutTerms TermsFor(Enrollment of, DateTime nowUtc)
    {
        var cohort = of.Cohort;
        var daysLeft = (cohort.FirstClassAtUtc - nowUtc).TotalDays;
        return new CheckoutTerms(
            $"{cohort.Course.FullTitle}, from {ZonedTime.At(cohort.FirstClassAtUtc, cohort.TimeZone).ShortDate}",
            $"{site.Value.BaseUrl}/enrollments/{of.LinkToken}",
            daysLeft > enrollment.Value.DelayedMethodsMinDays);
    }
}

public abstract record CheckoutResult;

public sealed record GoToStripe(string Url) : CheckoutResult;

/// <summary>Nothing can be paid now; the enrollment page says how things stand.</summary>
public sealed record PaymentRefused(PaymentRefusal Reason) : CheckoutResult;

/// <summary>The hold stays as it is, and the button works again.</summary>
public sealed record StripeIsDown : CheckoutResult;

/// <summary>Stripe does not like the student's address.</summary>
public sealed record AddressRefused : CheckoutResult;

public sealed record NoSuchEnrollment : CheckoutResult;
