using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Sweet.Domain.Messages;
using Sweet.Sandbox.Faults;
using Sweet.Web.Email.Delivery;
using Sweet.Web.Email.Rendering;

namespace Sweet.Web.Tests.Email;

public class SendGridSenderTests : MailStory
{
    [Fact]
    public async Task Waits_no_longer_than_its_timeout_for_an_answer()
    {
        Mail.SendGrid.Next(Fault.Hang);

        var answer = await Send(TimeSpan.FromMilliseconds(200));

        Assert.IsType<NotTaken>(answer);
    }

    [Fact]
    public async Task Stops_when_the_site_stops()
    {
        Mail.SendGrid.Next(Fault.Hang);
        using var stop = new CancellationTokenSource();
        var sending = Send(TimeSpan.FromMinutes(1), stop.Token);
        await Mail.SendGrid.Hanging;

        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => sending);
    }

    [Fact]
    public async Task Obeys_a_limit_no_longer_than_an_hour()
    {
        Mail.SendGrid.Next(Fault.RateLimited(TimeSpan.FromDays(400)));

        var answer = Assert.IsType<RateLimited>(await Send(TimeSpan.FromSeconds(30)));

        Assert.Equal(Site.Now.AddHours(1), answer.UntilUtc);
    }

    private async Task<SendAnswer> Send(TimeSpan timeout, CancellationToken ct = default)
    {
        using var http = new HttpClient { Timeout = timeout };
        var services = Site.Services;
        var sender = new SendGridSender(
            http,
            services.GetRequiredService<IOptions<SendGridOptions>>(),
            services.GetRequiredService<LetterSite>(),
            services.GetRequiredService<AllowedRecipients>(),
            Site.Clock);
        var body = new MessageBody("Subject", "<p>Words</p>", "Words");
        return await sender.Send(new Message("Sample", "fact", new Addressee(Recipient.Student, "ana@clinic.example"), body, Site.Now), ct);
    }
}
