using Microsoft.EntityFrameworkCore;
using Sweet.Domain.Cases;
using Sweet.Domain.Courses;
using Sweet.Domain.Refunds;
using Sweet.Sandbox.Faults;
using Sweet.Sandbox.SendGrid;
using Sweet.Sandbox.Stripe;
using Sweet.Web.Cases;

namespace Sweet.Web.Tests.Support;

/// <summary>A story that begins with a seat that is paid at Stripe.</summary>
public abstract class PaidStory : Story
{
    protected StripeStandIn Stripe => Site.StandIns.Stripe;

    /// <summary>The one payment of the story at Stripe.</summary>
    protected string Intent => Stripe.PaymentIntents.Single().Id;

    /// <returns>The enrollment page of a confirmed seat.</returns>
    protected async Task<Page> Paid(Cohort? cohort = null, string email = Journey.Email, Visitor? by = null)
    {
        var held = await (by ?? Visitor).Register(cohort ?? await Given.OpenCohort(), email);
        await Stripe.Pay(await held.GoToPay());
        return await held.Reload();
    }

    /// <summary>A seat that is paid on two pages: the second payment goes back.</summary>
    protected async Task<Page> PaidTwice(Cohort? cohort = null)
    {
        var (page, second) = await PaidWithAnotherPageOpen(cohort);
        await Stripe.Pay(second);
        return await page.Reload();
    }

    /// <summary>A seat that is paid while another page at Stripe, of an answer that was lost, can be paid too.</summary>
    protected async Task<(Page Page, string Second)> PaidWithAnotherPageOpen(Cohort? cohort = null)
    {
        var held = await Visitor.Register(cohort ?? await Given.OpenCohort(), Journey.Email);
        Site.StandIns.Faults.Stripe.Next(Fault.StoredServerError(workIsDone: true));
        await held.Submit("Continue to payment");
        await Stripe.Pay(await held.GoToPay());
        return (await held.Reload(), Stripe.Sessions.Single(s => s.Status == "open").Id);
    }

    protected static async Task<Page> Withdraw(Page enrolled)
    {
        var asked = await enrolled.Click("Withdraw");
        return await asked.Submit();
    }

    protected Task<List<Refund>> Refunds() =>
        Site.Db(db => db.Refunds.AsNoTracking().Include(r => r.Payment).OrderBy(r => r.Id).ToListAsync());

    protected Task<List<OpenCase>> Cases() => Site.Db(db => db.OpenCases.AsNoTracking().OrderBy(c => c.Id).ToListAsync());

    /// <summary>What a person decides on the one open case of a kind.</summary>
    /// <returns>Why it stays as it is, or null.</returns>
    protected async Task<CaseRefusal?> Decide(OpenCaseKind kind, CaseResolution resolution, decimal? amount = null)
    {
        var id = (await Cases()).Single(c => c.Kind == kind && c.IsOpen).Id;
        return await Site.Do<ResolveCase, CaseRefusal?>(cases => cases.As(id, new CaseDecision(resolution, "Decided.", amount), Domain.Tests.Some.Staff, default));
    }

    protected async Task<IReadOnlyList<string>> Subjects(string email = Journey.Email) => [.. (await Site.MailsTo(email)).Select(m => m.Subject)];

    protected async Task<SentMail> Mail(string subject, string email = Journey.Email) =>
        (await Site.MailsTo(email)).Single(m => m.Subject.Contains(subject, StringComparison.Ordinal));

    protected Task<int> SeatsTaken(Cohort cohort) => Site.Db(db => db.Cohorts.Where(c => c.Id == cohort.Id).Select(c => c.SeatsTaken).SingleAsync());
}
