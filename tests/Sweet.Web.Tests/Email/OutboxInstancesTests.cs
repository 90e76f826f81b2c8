using Sweet.Domain.Messages;
using Sweet.Sandbox.Faults;
using Sweet.Web.Email.Delivery;
using Sweet.Web.Tests.Support;

namespace Sweet.Web.Tests.Email;

/// <summary>Two instances over one database, and one SendGrid.</summary>
public sealed class OutboxInstancesTests : IAsyncLifetime
{
    private readonly TestDatabase database = TestDatabase.Create();
    private readonly SiteFactory first;
    private readonly SiteFactory second;
    private readonly Mailroom mail;

    public OutboxInstancesTests()
    {
        first = SiteFactory.On(database);
        second = SiteFactory.On(database);
        mail = new Mailroom(first);
    }

    public async Task InitializeAsync()
    {
        await first.InitializeAsync();
        await second.InitializeAsync();
        second.With("SendGrid:Host", first.StandIns.Address.GetLeftPart(UriPartial.Authority));
        second.With("SendGrid:ApiKey", first.StandIns.SendGrid.ApiKey);
    }

    [Fact]
    public async Task Send_each_message_once_between_them()
    {
        for (var i = 0; i < 20; i++) await mail.Queue();

        var sent = await Task.WhenAll(mail.Round(), RoundOfSecond());

        Assert.Equal(20, sent.Sum());
        Assert.Equal(20, mail.Sent.DistinctBy(m => m.CustomArgs["sweet_message"]).Count());
        Assert.Equal(20, mail.Sent.Count);
    }

    [Fact]
    public async Task Keep_off_a_message_that_the_other_is_sending()
    {
        var meanwhile = -1;
        mail.SendGrid.Next(Fault.While(before: async () => meanwhile = await RoundOfSecond()));
        await mail.Queue();

        await mail.Round();

        Assert.Equal(0, meanwhile);
        Assert.Single(mail.Sent);
    }

    [Theory]
    [InlineData(121)]
    [InlineData(3_600)]
    [InlineData(-121)]
    public async Task Keep_off_however_far_apart_their_clocks_are(int secondsAhead)
    {
        var meanwhile = -1;
        await mail.Queue();
        if (secondsAhead > 0) second.Pass(TimeSpan.FromSeconds(secondsAhead));
        else first.Pass(TimeSpan.FromSeconds(-secondsAhead));
        mail.SendGrid.Next(Fault.While(before: async () => meanwhile = await RoundOfSecond()));

        await mail.Round();

        Assert.Equal(0, meanwhile);
        Assert.Single(mail.Sent);
    }

    [Fact]
    public async Task Take_over_a_message_whose_worker_died()
    {
        var id = await mail.Queue();
        await first.Do<OutboxClaims>(async claims => await claims.Next(default));
        Assert.Equal(0, await RoundOfSecond());

        second.Pass(OutboxClaims.Lease);

        Assert.Equal(1, await RoundOfSecond());
        Assert.Equal(MessageStatus.Sent, (await mail.Message(id)).Status);
    }

    [Fact]
    public async Task Save_nothing_after_sleeping_past_their_lease()
    {
        var id = await mail.Queue();
        mail.SendGrid.Next(Fault.While(before: async () =>
        {
            await RoundOfSecond();
            second.Pass(OutboxClaims.Lease);
            await RoundOfSecond();
        }));

        await mail.Round();

        var message = await mail.Message(id);
        Assert.Equal(second.Now, message.SentAtUtc);
        Assert.Equal(mail.Sent[0].Id, message.ProviderId);
        Assert.Equal(2, message.Fence);
    }

    public async Task DisposeAsync()
    {
        await second.DisposeAsync();
        await first.DisposeAsync();
    }

    private Task<int> RoundOfSecond() => second.Do<SendDueMessages, int>(worker => worker.RunOnce(default));
}
