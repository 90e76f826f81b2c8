using Microsoft.Extensions.Time.Testing;
using Sweet.Sandbox;

namespace Sweet.Web.Tests.Sandbox;

public sealed class KeptStateTests : WithStandIns, IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("sweet-stand-ins-");

    protected override string Folder => folder.FullName;

    [Fact]
    public async Task Everything_is_there_again_after_a_restart()
    {
        var session = await Open(key: "k1");
        await StandIns.Stripe.Pay(session.Id);
        await SendGrid.SendEmailAsync(SendGridMailTests.SomeMail());
        await StandIns.DisposeAsync();

        await using var again = await StandIns.Start(new FakeTimeProvider(Start), folder: Folder);

        Assert.Equal("paid", again.Stripe.Session(session.Id).PaymentStatus);
        Assert.Equal(StandIns.Stripe.Events.Select(e => e.Id), again.Stripe.Events.Select(e => e.Id));
        Assert.Equal("Your seat is confirmed", Assert.Single(again.Inbox.Mails).Subject);
    }

    [Fact]
    public async Task An_inbox_that_was_cleared_stays_empty_after_a_restart()
    {
        await SendGrid.SendEmailAsync(SendGridMailTests.SomeMail());
        StandIns.Inbox.Clear();
        await StandIns.DisposeAsync();

        await using var again = await StandIns.Start(new FakeTimeProvider(Start), folder: Folder);

        Assert.Empty(again.Inbox.Mails);
    }

    public void Dispose() => folder.Delete(recursive: true);
}
