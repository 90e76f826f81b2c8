using Microsoft.EntityFrameworkCore;
using Stripe;
using Stripe.Checkout;
using Sweet.Domain.Cases;
using Sweet.Domain.Enrollments;
using Sweet.Domain.Reconciliation;
using Sweet.Sandbox.Faults;
using Sweet.Web.Tests.Support;

namespace Sweet.Web.Tests.Stories.Reconciling;

/// <summary>How a comparison goes on: in turns, over pages, through limits, beside another, after a long silence.</summary>
public sealed class RunTests : Story
{
    private PlannedFaults Stripe => Site.StandIns.Faults.Stripe;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        Site.StandIns.Webhooks.HoldBack();
    }

    [Fact]
    public async Task A_turn_makes_no_more_calls_than_it_may_and_the_next_one_goes_on()
    {
        Site.With("Workers:ReconcileCalls", "10");
        var pages = await PayAll(30);

        await Site.Reconcile();
        var afterOne = await Confirmed();
        var turns = 1;
        while (!await IsComplete() && turns++ < 20) await Site.Reconcile();

        Assert.InRange(afterOne, 1, 29);
        Assert.Equal(30, await Confirmed());
        Assert.InRange(turns, 2, 5);
        Assert.Equal("You are enrolled", (await pages[^1].Reload()).Heading);
    }

    [Fact]
    public async Task Lists_of_several_pages_are_read_to_their_end()
    {
        await PayAll(60);
        await Site.Db(db => db.Checkouts.ExecuteDeleteAsync());

        await Site.Reconcile();

        Assert.Equal(60, await Confirmed());
        Assert.InRange(Site.StandIns.Calls.All.Count(c => c is { Method: "GET", Path: "/v1/checkout/sessions" }), 2, 3);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_limit_or_a_key_that_was_rotated_ends_the_turn_at_once_and_nothing_is_lost(bool isLimit)
    {
        await PayAll(5);
        var before = Site.StandIns.Calls.All.Count;
        Stripe.Next(isLimit ? Fault.RateLimited() : Fault.Unauthorized, times: 3, method: "GET");

        await Site.Reconcile();
        var (calls, confirmed) = (Site.StandIns.Calls.All.Count - before, await Confirmed());
        Stripe.Clear();
        await Site.Reconcile();

        Assert.Equal((1, 0), (calls, confirmed));
        Assert.Equal(5, await Confirmed());
        Assert.True(await IsComplete());
    }

    [Fact]
    public async Task What_could_not_be_settled_keeps_the_run_from_being_complete_and_is_looked_at_again()
    {
        var pages = await PayAll(1);
        Stripe.Next(Fault.StoredServerError(), times: 6, method: "GET", path: "/cs_");

        await Site.Reconcile();
        var isComplete = await IsComplete();
        Stripe.Clear();
        await Site.Reconcile();

        Assert.False(isComplete);
        Assert.True(await IsComplete());
        Assert.Equal("You are enrolled", (await pages[0].Reload()).Heading);
    }

    [Fact]
    public async Task Two_at_once_do_not_harm_each_other()
    {
        await PayAll(10);

        await Task.WhenAll(Site.Reconcile(), Site.Reconcile(), Site.Reconcile());
        await Site.Reconcile();

        Assert.Equal(10, await Confirmed());
        Assert.Equal(10, await Site.Db(db => db.Payments.CountAsync()));
    }

    [Fact]
    public async Task A_silence_longer_than_Stripe_keeps_events_is_reported_once_and_healed_from_the_objects()
    {
        await Site.Reconcile();
        var cohort = await Given.OpenCohort(firstClassLocal: new DateTime(2027, 6, 1, 19, 0, 0, DateTimeKind.Unspecified));
        var held = await Visitor.Register(cohort, Journey.Email);
        await Site.StandIns.Stripe.Pay(await held.GoToPay());
        await Site.Db(db => db.Checkouts.ExecuteDeleteAsync());
        Site.Pass(TimeSpan.FromDays(50));

        await Site.Reconcile();
        await Site.Reconcile();

        Assert.Equal("You are enrolled", (await held.Reload()).Heading);
        Assert.Equal(OpenCaseKind.ReconciliationGap, await Site.Db(db => db.OpenCases.Select(c => c.Kind).SingleAsync()));
        Assert.Contains("Nothing was compared with Stripe since", Site.Log.Text, StringComparison.Ordinal);
        Assert.Single(await Site.MailsTo("staff@clinic.example"));
    }

    [Fact]
    public async Task What_else_is_sold_on_the_account_makes_no_row_and_no_alarm()
    {
        await Site.Reconcile();
        var session = await Foreign();
        await Site.StandIns.Stripe.Pay(session);
        var intent = Site.StandIns.Stripe.PaymentIntents.Single().Id;
        await Site.StandIns.Stripe.Refund(intent, amount: 100);
        await Site.StandIns.Stripe.Dispute(intent);

        var answers = await Site.StandIns.Webhooks.DeliverWaiting();
        var before = Site.StandIns.Calls.All.Count;
        await Site.Reconcile();

        Assert.All(answers, answer => Assert.Equal(200, answer.Status));
        Assert.Equal(4, Site.StandIns.Calls.All.Count - before);
        Assert.Equal((0, 0, 0, 0), await Site.Db(async db => (
            await db.Payments.CountAsync(), await db.Refunds.CountAsync(), await db.Disputes.CountAsync(), await db.OpenCases.CountAsync())));
        Assert.DoesNotContain("Warning Stripe", Site.Log.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(Site.Log.Events, e => e.Level >= Serilog.Events.LogEventLevel.Error);
    }

    [Fact]
    public async Task A_session_that_only_keeps_a_card_for_later_makes_no_row_and_no_alarm()
    {
        await Site.Reconcile();
        var session = await Foreign();
        await Site.StandIns.Stripe.Pay(session);
        Site.StandIns.Stripe.Change(session, kept => kept with { Mode = "setup", PaymentIntent = null, PaymentStatus = "no_payment_required", AmountTotal = 0, Currency = null! });
        var completed = Site.StandIns.Webhooks.Waiting.Single(e => e.Type == "checkout.session.completed");

        var answer = await Site.StandIns.Webhooks.Deliver(completed);
        await Site.Reconcile();

        Assert.Equal(200, answer.Status);
        Assert.Equal((0, 0, 0), await Site.Db(async db => (await db.StripeEvents.CountAsync(), await db.Payments.CountAsync(), await db.OpenCases.CountAsync())));
        Assert.DoesNotContain("Warning Stripe", Site.Log.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(Site.Log.Events, e => e.Level >= Serilog.Events.LogEventLevel.Error);
    }

    private async Task<List<Page>> PayAll(int count)
    {
        var cohort = await Given.OpenCohort(seats: 100);
        List<Page> pages = [];
        for (var i = 0; i < count; i++)
        {
            var held = await Site.NewVisitor().Register(cohort);
            await Site.StandIns.Stripe.Pay(await held.GoToPay());
            pages.Add(held);
        }

        return pages;
    }

    private async Task<string> Foreign()
    {
        using var http = new HttpClient();
        var client = new StripeClient(new StripeClientOptions
        {
            ApiKey = Site.StandIns.Stripe.SecretKey,
            ApiBase = Site.StandIns.Address.ToString().TrimEnd('/'),
            HttpClient = new SystemNetHttpClient(http),
        });
        var session = await new SessionService(client).CreateAsync(new SessionCreateOptions
        {
            Mode = "payment",
            SuccessUrl = "https://books.example/thanks",
            LineItems = [new() { Quantity = 1, PriceData = new() { Currency = "usd", UnitAmount = 2_500, ProductData = new() { Name = "A book" } } }],
        });
        return session.Id;
    }

    private Task<int> Confirmed() => Site.Db(db => db.Enrollments.CountAsync(e => e.Status == EnrollmentStatus.Confirmed));

    private Task<bool> IsComplete() => Site.Db(db => db.ReconciliationRuns.Complete().AnyAsync());
}
