using Sweet.Sandbox.Faults;
using Sweet.Web.Tests.Support;

namespace Sweet.Web.Tests.Stories.Paying;

/// <summary>The page that anybody with a link may load as often as they like, and that asks Stripe.</summary>
public sealed class LandingTests : Story
{
    private const int MostCalls = 3;

    private int Calls => Site.StandIns.Calls.All.Count(call => call is { Service: "stripe", Method: "GET" });

    [Fact]
    public async Task Loaded_again_and_again_it_answers_from_what_is_known()
    {
        var held = await Visitor.Register(await Given.OpenCohort(), Journey.Email);
        await held.GoToPay();
        var before = Calls;

        for (var i = 0; i < 30; i++)
            Assert.StartsWith("Your seat is held until", (await Visitor.Open($"{held.Address}/landing")).Heading, StringComparison.Ordinal);

        Assert.InRange(Calls - before, 1, MostCalls);
    }

    [Fact]
    public async Task Loaded_by_many_at_once_it_asks_no_more_often()
    {
        var held = await Visitor.Register(await Given.OpenCohort(), Journey.Email);
        await held.GoToPay();
        var before = Calls;

        var pages = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Visitor.Open($"{held.Address}/landing")));

        Assert.All(pages, page => Assert.Equal(200, page.Status));
        Assert.InRange(Calls - before, 1, MostCalls);
    }

    [Fact]
    public async Task After_a_while_it_asks_again()
    {
        Site.StandIns.Webhooks.HoldBack();
        var held = await Visitor.Register(await Given.OpenCohort(), Journey.Email);
        var session = await held.GoToPay();
        for (var i = 0; i < 10; i++) await Visitor.Open($"{held.Address}/landing");
        await Site.StandIns.Stripe.Pay(session);

        Site.Pass(TimeSpan.FromSeconds(31));
        var landed = await Visitor.Open($"{held.Address}/landing");

        Assert.Equal("You are enrolled", landed.Heading);
    }

    [Fact]
    public async Task While_Stripe_is_silent_it_does_not_press_it()
    {
        var held = await Visitor.Register(await Given.OpenCohort(), Journey.Email);
        await held.GoToPay();
        Site.StandIns.Faults.Stripe.Next(Fault.ServerError, times: 50);
        var before = Calls;

        for (var i = 0; i < 10; i++)
            Assert.Equal("We are waiting for the payment service", (await Visitor.Open($"{held.Address}/landing")).Heading);

        Assert.InRange(Calls - before, 1, MostCalls * 3);
    }

    [Fact]
    public async Task One_session_does_not_wait_for_another()
    {
        var cohort = await Given.OpenCohort();
        var first = await Visitor.Register(cohort, Journey.Email);
        await first.GoToPay();
        for (var i = 0; i < 10; i++) await Visitor.Open($"{first.Address}/landing");
        Site.StandIns.Webhooks.HoldBack();
        using var other = Site.NewVisitor();
        var second = await other.Register(cohort);
        await Site.StandIns.Stripe.Pay(await second.GoToPay());

        var landed = await other.Open($"{second.Address}/landing");

        Assert.Equal("You are enrolled", landed.Heading);
    }
}
