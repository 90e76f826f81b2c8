using System.Globalization;
using Sweet.Sandbox.Faults;
using Sweet.Sandbox.Stripe;
using Sweet.Sandbox.Stripe.Objects;
using Sweet.Sandbox.Webhooks;

namespace Sweet.Sandbox.Pages;

/// <summary>What each button of the control page does.</summary>
internal sealed class ControlActs(StandIns standIns)
{
    /// <summary>What Stripe might say next year.</summary>
    private const string UnknownWord = "a_word_of_next_year";

    private readonly StripeStandIn stripe = standIns.Stripe;
    private readonly WebhookDelivery webhooks = standIns.Webhooks;

    public Task Session(string id, IFormCollection form) => Act(form) switch
    {
        "pay" => stripe.Pay(id),
        "decline" => stripe.Decline(id),
        "bank" => stripe.PayByBank(id),
        "succeed" => stripe.SucceedDelayed(id),
        "fail" => stripe.FailDelayed(id),
        "expire" => stripe.Expire(id),
        var other => throw Unknown(other),
    };

    public Task Payment(string id, IFormCollection form) => Act(form) switch
    {
        "refund" => stripe.Refund(id, Minor(form)),
        "dispute" => stripe.Dispute(id),
        "inquiry" => stripe.Dispute(id, status: "warning_needs_response"),
        var other => throw Unknown(other),
    };

    public Task Refund(string id, IFormCollection form) => Act(form) switch
    {
        "succeed" => stripe.SucceedRefund(id),
        "fail" => stripe.FailRefund(id),
        "cancel" => stripe.CancelRefund(id),
        "require-action" => stripe.RequireRefundAction(id),
        "unknown-word" => stripe.MoveRefund(id, UnknownWord),
        var other => throw Unknown(other),
    };

    public Task Dispute(string id, IFormCollection form) => Act(form) switch
    {
        "review" or "appeal" => stripe.MoveDispute(id, "under_review"),
        "close-inquiry" => stripe.MoveDispute(id, "warning_closed"),
        "prevent" => stripe.MoveDispute(id, "prevented"),
        "unknown-word" => stripe.MoveDispute(id, UnknownWord),
        "win" => stripe.CloseDispute(id, won: true),
        "lose" => stripe.CloseDispute(id, won: false),
        var other => throw Unknown(other),
    };

    public Task Event(string id, IFormCollection form)
    {
        var happened = stripe.Events.FirstOrDefault(happened => happened.Id == id) ?? throw StripeFailure.Missing("event", id);
        return Act(form) switch
        {
            "again" => webhooks.Deliver(happened),
            "twenty" => webhooks.DeliverAtOnce(happened, 20),
            "badly-signed" => webhooks.Deliver(happened, secret: "whsec_another"),
            "old" => webhooks.Deliver(happened, signedAt: happened.Created.AddDays(-1)),
            var other => throw Unknown(other),
        };
    }

    public Task Webhooks(string id, IFormCollection form)
    {
        switch (Act(form))
        {
            case "hold":
                webhooks.HoldBack();
                return Task.CompletedTask;
            case "drop":
                webhooks.DropWaiting();
                return Task.CompletedTask;
            case "resume":
                return webhooks.Resume();
            case "next":
                return webhooks.DeliverNext();
            case "reversed":
                return webhooks.DeliverWaiting(events => events.Reverse<StripeEvent>());
            case var other:
                throw Unknown(other);
        }
    }

    public Task Balance(string id, IFormCollection form)
    {
        switch (Act(form))
        {
            case "fund":
                return stripe.Fund();
            case "pay-out":
                return stripe.PayOutAtOnce();
            default:
                stripe.RunShort();
                return Task.CompletedTask;
        }
    }

    public Task Payout(string id, IFormCollection form) => Act(form) switch
    {
        "arrive" => stripe.ArrivePayout(id),
        "fail" => stripe.FailPayout(id),
        var other => throw Unknown(other),
    };

    public Task Faults(string id, IFormCollection form)
    {
        var faults = form["service"] == "sendgrid" ? standIns.Faults.SendGrid : standIns.Faults.Stripe;
        switch (Act(form))
        {
            case "clear":
                faults.Clear();
                break;
            case "release":
                faults.Release();
                break;
            default:
                var fault = FaultNames.Find(form["fault"].ToString()) ?? throw Unknown(form["fault"].ToString());
                faults.Next(fault, Number(form["times"]) ?? 1, Filled(form["method"]), Filled(form["path"]));
                break;
        }

        return Task.CompletedTask;
    }

    private static string Act(IFormCollection form) => form["act"].ToString();

    private static StripeFailure Unknown(string act) => StripeFailure.Invalid($"There is no act \"{act}\" here.");

    private static long? Minor(IFormCollection form) =>
        decimal.TryParse(form["amount"], NumberStyles.Number, CultureInfo.InvariantCulture, out var amount) ? (long)(amount * 100) : null;

    private static int? Number(string? text) => int.TryParse(text, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static string? Filled(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;
}
