using System.Net;
using SendGrid.Helpers.Mail;
using Stripe;
using Stripe.Checkout;
using Sweet.Sandbox.Faults;

namespace Sweet.Web.Tests.Sandbox;

public class FaultsTests : WithStandIns
{
    [Fact]
    public async Task Concern_as_many_calls_as_planned()
    {
        StandIns.Faults.Stripe.Next(Fault.ServerError, times: 2, path: "/sessions");

        await Assert.ThrowsAsync<StripeException>(() => Open(key: "k1"));
        await Assert.ThrowsAsync<StripeException>(() => Open(key: "k1"));
        var session = await Open(key: "k1");

        Assert.Equal("open", session.Status);
    }

    [Fact]
    public async Task Lose_the_answer_after_the_work()
    {
        StandIns.Faults.Stripe.Next(Fault.BreakAfter);
        await Assert.ThrowsAnyAsync<Exception>(() => Open(key: "k1"));

        var session = await Open(key: "k1");

        Assert.Equal(session.Id, Assert.Single(StandIns.Stripe.Sessions).Id);
    }

    [Fact]
    public async Task Break_before_the_work()
    {
        StandIns.Faults.Stripe.Next(Fault.BreakBefore);

        await Assert.ThrowsAnyAsync<Exception>(() => Open(key: "k1"));

        Assert.Empty(StandIns.Stripe.Sessions);
    }

    [Fact]
    public async Task Hang_until_the_caller_gives_up()
    {
        StandIns.Faults.Stripe.Next(Fault.Hang);
        using var patience = new CancellationTokenSource();
        var call = new SessionService(Stripe).CreateAsync(SomeSession(), cancellationToken: patience.Token);
        await StandIns.Faults.Stripe.Hanging;

        await patience.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        Assert.Empty(StandIns.Stripe.Sessions);
    }

    [Fact]
    public async Task Are_slow_by_the_clock()
    {
        StandIns.Faults.Stripe.Next(Fault.While(before: () =>
        {
            Clock.Advance(TimeSpan.FromSeconds(7));
            return Task.CompletedTask;
        }));

        var session = await Open();

        Assert.Equal(Start.UtcDateTime.AddSeconds(7), session.Created);
    }

    [Fact]
    public async Task Let_something_happen_between_the_work_and_its_answer()
    {
        StandIns.Faults.Stripe.Next(Fault.While(after: () => StandIns.Stripe.Pay(StandIns.Stripe.Sessions[^1].Id)));

        var session = await Open();

        Assert.Equal("open", session.Status);
        Assert.Equal("complete", StandIns.Stripe.Session(session.Id).Status);
    }

    [Fact]
    public async Task Say_when_to_come_again()
    {
        StandIns.Faults.SendGrid.Next(Fault.RateLimited(TimeSpan.FromSeconds(90)));

        var response = await SendGrid.SendEmailAsync(MailHelper.CreateSingleEmail(new("a@sweet.example"), new("b@example.com"), "s", "t", "<p>h</p>"));

        Assert.Equal(HttpStatusCode.TooManyRequests, response.StatusCode);
        Assert.Equal($"{Start.AddSeconds(90).ToUnixTimeSeconds()}", response.Headers.GetValues("X-RateLimit-Reset").Single());
    }
}
