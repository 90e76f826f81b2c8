using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Sweet.Domain.Cases;
using Sweet.Domain.Enrollments;
using Sweet.Domain.Refunds;
using Sweet.Sandbox.Faults;
using Sweet.Web.Cases;
using Sweet.Web.Payments;
using Sweet.Web.Tests.Support;

namespace Sweet.Web.Tests.Stories.Reconciling;

/// <summary>What somebody changes at Stripe does not hurt.</summary>
public sealed class ChangedAtStripeTests : Story
{
    /// <summary>More than Stripe.net tries by itself.</summary>
    private const int EveryTry = 3;

    [Fact]
    public async Task Adaptive_pricing_stays_off_and_another_currency_becomes_a_case_that_staff_settle()
    {
        var held = await Visitor.Register(await Given.OpenCohort(), Journey.Email);
        var session = await held.GoToPay();
        var asked = Site.StandIns.Stripe.Session(session);
        await Site.StandIns.Stripe.PayOther(session, 55_000, "eur");
        var openCase = await Site.Db(db => db.OpenCases.Select(c => new { c.Id, c.Kind }).SingleAsync());

        var refusal = await Site.Do<ResolveCase, CaseRefusal?>(cases => cases.As(openCase.Id, new CaseDecision(CaseResolution.Seat, "The sum is right."), Domain.Tests.Some.Staff, default));
        var again = await Site.Do<ResolveCase, CaseRefusal?>(cases => cases.As(openCase.Id, new CaseDecision(CaseResolution.Refund, "Changed my mind."), Domain.Tests.Some.Staff, default));

        Assert.False(asked.AdaptivePricing!.Enabled);
        Assert.Equal((OpenCaseKind.CurrencyDiffers, null, CaseRefusal.Resolved), (openCase.Kind, refusal, again));
        var enrolled = await held.Reload();
        Assert.Equal("You are enrolled", enrolled.Heading);
        Assert.Contains("550.00 arrived", enrolled.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("$0.00", enrolled.Text, StringComparison.Ordinal);
        Assert.Equal("The sum is right.", await Site.Db(db => db.History.Where(h => h.Subject == $"Case {openCase.Id}").Select(h => h.Note).SingleAsync()));
        Assert.Single(await Site.MailsTo(Journey.Email));
    }

    [Fact]
    public async Task Who_withdraws_after_paying_in_another_currency_reads_that_a_person_decides()
    {
        var held = await Visitor.Register(await Given.OpenCohort(), Journey.Email);
        await Site.StandIns.Stripe.PayOther(await held.GoToPay(), 55_000, "eur");
        var caseId = await Site.Db(db => db.OpenCases.Select(c => c.Id).SingleAsync());
        await Site.Do<ResolveCase, CaseRefusal?>(cases => cases.As(caseId, new CaseDecision(CaseResolution.Seat, "The sum is right."), Domain.Tests.Some.Staff, default));

        var ended = await (await (await held.Reload()).Click("Withdraw")).Submit();

        Assert.Equal("You have withdrawn", ended.Heading);
        Assert.Contains("The registrar will work out your refund", ended.Text, StringComparison.Ordinal);
        var undecided = await Site.Db(db => db.OpenCases.Where(c => c.ResolvedAtUtc == null).SingleAsync());
        Assert.Equal(OpenCaseKind.WithdrawalUndecided, undecided.Kind);

        await Site.Do<ResolveCase, CaseRefusal?>(cases => cases.As(undecided.Id, new CaseDecision(CaseResolution.Refund, "As the rule would.", Amount: 467.50m), Domain.Tests.Some.Staff, default));
        Assert.DoesNotContain("The registrar will work out", (await ended.Reload()).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Money_in_another_currency_that_came_too_late_is_not_called_nothing()
    {
        var held = await Visitor.Register(await Given.OpenCohort(), Journey.Email);
        var session = await held.GoToPay();
        Site.StandIns.Webhooks.HoldBack();
        await Site.StandIns.Stripe.PayOther(session, 55_000, "eur");
        await held.Submit("Give the seat back");
        await Site.StandIns.Webhooks.Resume();

        var page = await held.Reload();

        Assert.DoesNotContain("Nothing was charged", page.Text, StringComparison.Ordinal);
        Assert.Contains("someone is looking into it", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_sum_that_differs_goes_back_and_frees_the_seat_if_staff_say_so()
    {
        var held = await Visitor.Register(await Given.OpenCohort(), Journey.Email);
        await Site.StandIns.Stripe.PayOther(await held.GoToPay(), 1_000);
        var caseId = await Site.Db(db => db.OpenCases.Select(c => c.Id).SingleAsync());

        var refusal = await Site.Do<ResolveCase, CaseRefusal?>(cases => cases.As(caseId, new CaseDecision(CaseResolution.Refund, "Not ours to keep."), Domain.Tests.Some.Staff, default));
        await Site.SendRefunds();

        Assert.Null(refusal);
        Assert.Equal(1_000, Assert.Single(Site.StandIns.Stripe.Refunds).Amount);
        Assert.Equal((EnrollmentStatus.Expired, 0), await Site.Db(async db => (
            await db.Enrollments.Select(e => e.Status).SingleAsync(), await db.Cohorts.Select(c => c.SeatsTaken).SingleAsync())));
    }

    [Fact]
    public async Task A_refund_that_failed_is_tried_again_as_a_new_row_if_staff_say_so()
    {
        var held = await Visitor.Register(await Given.OpenCohort(), Journey.Email);
        await Site.StandIns.Stripe.Pay(await held.GoToPay());
        var refund = await Site.StandIns.Stripe.Refund(Site.StandIns.Stripe.PaymentIntents.Single().Id, amount: 10_000);
        await Site.StandIns.Stripe.FailRefund(refund.Id);
        var caseId = await Site.Db(db => db.OpenCases.Where(c => c.Kind == OpenCaseKind.RefundFailed).Select(c => c.Id).SingleAsync());

        var refusal = await Site.Do<ResolveCase, CaseRefusal?>(cases => cases.As(caseId, new CaseDecision(CaseResolution.Refund, "Once more."), Domain.Tests.Some.Staff, default));
        await Site.SendRefunds();

        Assert.Null(refusal);
        Assert.Equal([RefundStatus.Failed, RefundStatus.Succeeded], await Site.Db(db => db.Refunds.OrderBy(r => r.Id).Select(r => r.Status).ToListAsync()));
    }

    [Theory]
    [InlineData("2019-01-01")]
    [InlineData("2031-05-05.walnut")]
    public async Task An_endpoint_of_another_API_version_is_settled_by_asking(string version)
    {
        Site.StandIns.Stripe.ApiVersion = version;
        var held = await Visitor.Register(await Given.OpenCohort(), Journey.Email);

        await Site.StandIns.Stripe.Pay(await held.GoToPay());

        Assert.Equal("You are enrolled", (await held.Reload()).Heading);
        Assert.All(Site.StandIns.Webhooks.Deliveries, delivery => Assert.Equal(200, delivery.Status));
        Assert.Equal(1, await Site.Db(db => db.StripeEvents.CountAsync(e => e.Type == "checkout.session.completed")));
    }

    [Fact]
    public async Task Delayed_methods_that_are_switched_off_while_a_payment_is_on_its_way_change_nothing_for_it()
    {
        var held = await Visitor.Register(await Given.OpenCohort(), Journey.Email);
        var session = await held.GoToPay();
        await Site.StandIns.Stripe.PayByBank(session);
        await Site.Reconcile();
        Site.Pass(TimeSpan.FromDays(4));
        Site.StandIns.Webhooks.DropNext(count: 10);
        await Site.StandIns.Stripe.SucceedDelayed(session);

        await Site.Reconcile();

        Assert.Equal("You are enrolled", (await held.Reload()).Heading);
    }

    [Fact]
    public async Task A_key_that_is_rotated_while_requests_are_under_way_makes_them_wait()
    {
        var held = await Visitor.Register(await Given.OpenCohort(), Journey.Email);
        Site.StandIns.Faults.Stripe.Next(Fault.Unauthorized, EveryTry);

        var refused = await held.Submit("Continue to payment");
        Site.StandIns.Faults.Stripe.Clear();
        await Site.StandIns.Stripe.Pay(await refused.GoToPay());

        Assert.Equal(503, refused.Status);
        Assert.Single(Site.StandIns.Stripe.Sessions);
        Assert.Equal("You are enrolled", (await held.Reload()).Heading);
    }

    [Fact]
    public async Task A_version_of_ours_that_asks_otherwise_under_the_same_key_makes_one_session_and_one_refund()
    {
        var held = await Visitor.Register(await Given.OpenCohort(), Journey.Email);
        Site.StandIns.Faults.Stripe.Next(Fault.BreakAfter, EveryTry);
        await held.Submit("Continue to payment");
        await Site.Db(db => db.Checkouts.ExecuteUpdateAsync(set => set.SetProperty(c => c.Description, "Another name of the course")));
        var misused = await held.Submit("Continue to payment");
        await Site.StandIns.Stripe.Pay(await misused.GoToPay());
        await Site.StandIns.Stripe.PayOther(Site.StandIns.Stripe.Sessions.Single(s => s.Status == "open").Id, 59_700);
        Site.StandIns.Faults.Stripe.Next(Fault.BreakAfter, EveryTry, path: "/refunds");
        await Site.SendRefunds();
        await Site.Db(db => db.Refunds.ExecuteUpdateAsync(set => set.SetProperty(r => r.Reason, RefundReason.Staff)));

        Site.Pass(TimeSpan.FromMinutes(5));
        await Site.SendRefunds();
        Site.Pass(TimeSpan.FromMinutes(5));
        await Site.SendRefunds();

        Assert.Equal(503, misused.Status);
        Assert.Single(Site.StandIns.Stripe.Refunds);
        Assert.Equal(RefundStatus.Succeeded, await Site.Db(db => db.Refunds.Select(r => r.Status).SingleAsync()));
        Assert.Equal("You are enrolled", (await held.Reload()).Heading);
    }

    [Fact]
    public async Task Both_webhook_secrets_are_taken_while_one_follows_the_other()
    {
        Site.With("Stripe:PreviousWebhookSecret", "whsec_before");
        Site.StandIns.Webhooks.HoldBack();
        var held = await Visitor.Register(await Given.OpenCohort(), Journey.Email);
        await Site.StandIns.Stripe.Pay(await held.GoToPay());
        var paid = Site.StandIns.Webhooks.Waiting.Single(e => e.Type == "checkout.session.completed");

        var unknown = await Site.StandIns.Webhooks.Deliver(paid, "whsec_neither");
        var previous = await Site.StandIns.Webhooks.Deliver(paid, "whsec_before");
        var current = await Site.StandIns.Webhooks.Deliver(paid);

        Assert.Equal((400, 200, 200), (unknown.Status, previous.Status, current.Status));
        Assert.Equal("You are enrolled", (await held.Reload()).Heading);
        Assert.NotEqual("whsec_before", Site.Services.GetService(typeof(IOptions<StripeOptions>)) is IOptions<StripeOptions> options ? options.Value.WebhookSecret : null);
    }
}
