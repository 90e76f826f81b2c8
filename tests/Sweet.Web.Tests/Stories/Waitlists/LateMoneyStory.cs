using Microsoft.EntityFrameworkCore;
using Sweet.Domain.Courses;
using Sweet.Domain.Enrollments;
using Sweet.Domain.Orders;
using Sweet.Domain.Refunds;
using Sweet.Sandbox.Faults;
using Sweet.Web.Tests.Support;

namespace Sweet.Web.Tests.Stories.Waitlists;

/// <summary>A story about money that came after the hold had ended, and after somebody else had taken the last seat.</summary>
public abstract class LateMoneyStory : WaitlistStory
{
    protected const string Wait = "Wait in line and leave my payment here";
    protected const string SendBack = "Send my payment back now";
    protected const string Leave = "Leave the line and get my payment back";
    protected const string Noor = "noor@clinic.example";
    protected const long Price = 59_700;

    /// <summary>The seat was given back, and its page at Stripe, whose address we never saved, is paid all the same.</summary>
    /// <returns>The payer's own page, the cohort, and whoever has its seat now.</returns>
    protected async Task<(Page Page, Cohort Cohort, Enrollment Seated)> PaidLate()
    {
        var cohort = await Given.OpenCohort(seats: 1);
        var held = await Visitor.Register(cohort, Journey.Email);
        Site.StandIns.Faults.Stripe.Next(Fault.StoredServerError(workIsDone: true));
        await held.Submit("Continue to payment");
        await held.Submit("Give the seat back");
        var seated = await Given.Enrollment(cohort);
        await Stripe.Pay(Stripe.Sessions.Single().Id);
        return (await held.Reload(), cohort, seated);
    }

    protected async Task<(Page Page, Cohort Cohort, Enrollment Seated)> WaitsPaid()
    {
        var (page, cohort, seated) = await PaidLate();
        return (await page.Submit(Wait), cohort, seated);
    }

    /// <summary>A round of each worker that may have to do with it.</summary>
    protected async Task Rounds()
    {
        await OfferSeats();
        await Site.SendRefunds();
    }

    protected Task<Enrollment> Late() => Site.Db(db => db.Enrollments.AsNoTracking().SingleAsync(e => e.EmailKey == Journey.Email));

    protected Task<PaymentDecision?> Decision() => Site.Db(db => db.Payments.Select(p => p.Decision).SingleAsync());

    protected Task<Refund> FirstRefund() => Site.Db(db => db.Refunds.AsNoTracking().OrderBy(r => r.Id).FirstAsync());

    /// <summary>Until the choice is over, and what any clock may be behind.</summary>
    protected async Task PassChoice() => Site.Pass((await FirstRefund()).NextAttemptAtUtc - Site.Now);

    protected void AssertAllWentBackOnce() => Assert.Equal(Price, Assert.Single(Stripe.Refunds).Amount);
}
