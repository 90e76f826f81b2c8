using System.Diagnostics.Metrics;

namespace Sweet.Web.Hosting;

/// <summary>The site's own counters. Count after the save that made the fact, never before it.</summary>
public sealed class SweetMetrics
{
    public const string MeterName = "Sweet";

    private readonly Counter<long> held;
    private readonly Counter<long> confirmed;
    private readonly Counter<long> expired;
    private readonly Counter<long> payments;
    private readonly Counter<long> refunds;
    private readonly Counter<long> sent;
    private readonly Counter<long> failed;
    private readonly Counter<long> reported;
    private readonly Counter<long> webhooks;

    public SweetMetrics(IMeterFactory meters)
    {
        var meter = meters.Create(MeterName);
        held = meter.CreateCounter<long>("sweet.enrollments.held", "{enrollment}", "Seats held for a payment");
        confirmed = meter.CreateCounter<long>("sweet.enrollments.confirmed", "{enrollment}", "Enrollments confirmed");
        expired = meter.CreateCounter<long>("sweet.enrollments.expired", "{enrollment}", "Holds that ended unpaid");
        payments = meter.CreateCounter<long>("sweet.payments", "{payment}", "Payments settled, by outcome");
        refunds = meter.CreateCounter<long>("sweet.refunds", "{refund}", "Refunds requested, by reason");
        sent = meter.CreateCounter<long>("sweet.messages.sent", "{message}", "Messages accepted by SendGrid");
        failed = meter.CreateCounter<long>("sweet.messages.failed", "{message}", "Messages that failed for good");
        reported = meter.CreateCounter<long>("sweet.messages.reported", "{message}", "What SendGrid says became of messages, by outcome");
        webhooks = meter.CreateCounter<long>("sweet.webhooks", "{delivery}", "Webhook deliveries, by outcome");
    }

    public void EnrollmentHeld() => held.Add(1);

    public void EnrollmentConfirmed() => confirmed.Add(1);

    public void EnrollmentExpired() => expired.Add(1);

    /// <param name="outcome">One of a few fixed words ("confirmed", "refunded", "open case"), never an id: each value is a series.</param>
    public void PaymentSettled(string outcome) => payments.Add(1, Tag("outcome", outcome));

    /// <param name="reason">One of a few fixed words.</param>
    public void RefundRequested(string reason) => refunds.Add(1, Tag("reason", reason));

    public void MessageSent() => sent.Add(1);

    public void MessageFailed() => failed.Add(1);

    /// <param name="outcome">One of a few fixed words.</param>
    public void MessageReported(string outcome) => reported.Add(1, Tag("outcome", outcome));

    /// <param name="outcome">One of a few fixed words ("settled", "ignored", "refused", "failed").</param>
    public void WebhookTaken(string outcome) => webhooks.Add(1, Tag("outcome", outcome));

    private static KeyValuePair<string, object?> Tag(string name, string value) => new(name, value);
}
