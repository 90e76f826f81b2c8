using Sweet.Sandbox.SendGrid.Events;
using Sweet.Sandbox.Stripe;

namespace Sweet.Sandbox.Pages;

/// <summary>What each button of the inbox does: SendGrid says what became of an email.</summary>
internal sealed class MailActs(StandIns standIns)
{
    private static readonly TimeSpan TooOld = TimeSpan.FromDays(2);

    private readonly MailEvents events = standIns.MailEvents;

    public Task Mail(string id, IFormCollection form)
    {
        var mail = standIns.Inbox.Find(id) ?? throw StripeFailure.Missing("mail", id);
        var (delivered, bounced) = (MailEvents.Delivered(mail, mail.At.AddSeconds(1)), MailEvents.Bounced(mail, mail.At.AddSeconds(2)));
        return form["act"].ToString() switch
        {
            "delivered" => events.Deliver(mail),
            "bounced" => events.Bounce(mail),
            "dropped" => events.Drop(mail),
            "twice" => events.Send([bounced, bounced]),
            "out-of-order" => events.Send([bounced, delivered, new(mail, "processed", null, mail.At)]),
            "badly-signed" => BadlySigned(bounced),
            "old" => events.Send([bounced], signedAt: mail.At - TooOld),
            var other => throw StripeFailure.Missing("act", other),
        };
    }

    public Task Waiting(string id, IFormCollection form)
    {
        switch (form["act"].ToString())
        {
            case "hold":
                events.HoldBack();
                return Task.CompletedTask;
            case "resume":
                events.Resume();
                return Task.CompletedTask;
            case "drop":
                events.DropWaiting();
                return Task.CompletedTask;
            case "deliver":
                return events.DeliverWaiting();
            case "reversed":
                return events.DeliverWaiting(reversed: true);
            case var other:
                throw StripeFailure.Missing("act", other);
        }
    }

    private async Task BadlySigned(MailEvent one)
    {
        using var another = EventKey.Another();
        await events.Send([one], another);
    }
}
