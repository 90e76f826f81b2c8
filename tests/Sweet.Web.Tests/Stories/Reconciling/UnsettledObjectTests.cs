using Microsoft.EntityFrameworkCore;
using Sweet.Domain.Cases;
using Sweet.Domain.Reconciliation;
using Sweet.Sandbox.Faults;
using Sweet.Web.Tests.Support;
using Sweet.Web.Wording;

namespace Sweet.Web.Tests.Stories.Reconciling;

/// <summary>Objects at Stripe that cannot be settled.</summary>
public sealed class UnsettledObjectTests : Story
{
    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        Site.StandIns.Webhooks.HoldBack();
    }

    [Fact]
    public async Task Money_that_names_an_enrollment_and_came_by_no_session_is_a_case()
    {
        var held = await Visitor.Register(await Given.OpenCohort(), Journey.Email);
        var session = await held.GoToPay();
        await Site.StandIns.Stripe.Pay(session);
        Site.StandIns.Stripe.Change(session, paid => paid with { PaymentIntent = null, Status = "expired", Metadata = new Dictionary<string, string>(StringComparer.Ordinal) });

        await Site.Reconcile();
        await Site.Reconcile();

        var openCase = await Site.Db(db => db.OpenCases.SingleAsync());
        Assert.Equal((OpenCaseKind.UnclaimedPayment, Site.StandIns.Stripe.PaymentIntents.Single().Id), (openCase.Kind, openCase.ObjectId));
        Assert.Contains("no checkout", CaseText.Known(openCase), StringComparison.Ordinal);
        Assert.True(await Site.Db(db => db.ReconciliationRuns.AllAsync(r => r.CompletedAtUtc != null)));
        Assert.DoesNotContain(Site.Log.Events, e => e.Level >= Serilog.Events.LogEventLevel.Error);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_fails_in_two_runs_becomes_a_case_and_keeps_no_run_from_its_end(bool isUnanswered)
    {
        var (held, session) = await LostAttempt();
        Stripe.Always(isUnanswered ? Fault.ServerError : Fault.BadRequest, method: "GET", path: "/cs_");

        await Site.Reconcile();
        var first = (await Completed(), await Site.Db(db => db.OpenCases.CountAsync()));
        await Site.Reconcile();
        await Site.Reconcile();

        Assert.Equal((0, 0), first);
        Assert.Equal(2, await Completed());
        var openCase = await Site.Db(db => db.OpenCases.SingleAsync());
        Assert.Equal((OpenCaseKind.UnsettledAtStripe, session, true), (openCase.Kind, openCase.ObjectId, openCase.IsOpen));
        Assert.Contains(isUnanswered ? "Stripe did not report" : "its log says why", CaseText.Known(openCase), StringComparison.Ordinal);
        Assert.Single(await Site.MailsTo("staff@clinic.example"));
        Assert.StartsWith("Your seat is held", (await held.Reload()).Heading, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Later_runs_try_it_again_however_old_it_is_and_close_its_case()
    {
        var (held, _) = await LostAttempt();
        Stripe.Always(Fault.BadRequest, method: "GET", path: "/cs_");
        for (var run = 0; run < 4; run++)
        {
            await Site.Reconcile();
            Site.Pass(TimeSpan.FromHours(2));
        }

        Stripe.Clear();
        await Site.Reconcile();

        Assert.Equal("You are enrolled", (await held.Reload()).Heading);
        Assert.Equal((CaseResolution.Healed, "A later comparison could settle it."), await Site.Db(db => db.OpenCases.Select(c => new ValueTuple<CaseResolution?, string?>(c.Resolution, c.Reason)).SingleAsync()));
    }

    private PlannedFaults Stripe => Site.StandIns.Faults.Stripe;

    /// <summary>Paid, and our row of the attempt is lost: only Stripe's lists show its session.</summary>
    private async Task<(Page Held, string Session)> LostAttempt()
    {
        var held = await Visitor.Register(await Given.OpenCohort(), Journey.Email);
        var session = await held.GoToPay();
        await Site.StandIns.Stripe.Pay(session);
        await Site.Db(db => db.Checkouts.ExecuteDeleteAsync());
        return (held, Site.StandIns.Stripe.Sessions.Single().Id);
    }

    private Task<int> Completed() => Site.Db(db => db.ReconciliationRuns.Complete().CountAsync());
}
