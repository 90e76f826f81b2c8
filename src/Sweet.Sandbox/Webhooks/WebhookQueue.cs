using Sweet.Sandbox.Stripe.Objects;

namespace Sweet.Sandbox.Webhooks;

/// <param name="DueAt">When to send by itself; null: only when told to.</param>
internal sealed record WaitingWebhook(StripeEvent Event, DateTimeOffset? DueAt, int Failures = 0);

/// <summary>What was not delivered yet: held back, delayed, or refused by the receiver.</summary>
internal sealed class WebhookQueue
{
    // Stripe repeats for three days, further and further apart.
    private static readonly TimeSpan[] Pauses =
    [
        TimeSpan.FromSeconds(10), TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(10), TimeSpan.FromHours(1),
        TimeSpan.FromHours(3), TimeSpan.FromHours(6), TimeSpan.FromHours(12), TimeSpan.FromHours(24), TimeSpan.FromHours(24),
    ];

    private readonly Lock gate = new();
    private readonly List<WaitingWebhook> waiting = [];

    public IReadOnlyList<StripeEvent> Events
    {
        get
        {
            lock (gate)
                return [.. waiting.Select(entry => entry.Event)];
        }
    }

    public void Add(StripeEvent happened, DateTimeOffset? dueAt)
    {
        lock (gate)
            waiting.Add(new(happened, dueAt));
    }

    public void AddFailed(WaitingWebhook entry, DateTimeOffset now)
    {
        lock (gate)
        {
            if (entry.Failures < Pauses.Length)
                waiting.Add(entry with { DueAt = now + Pauses[entry.Failures], Failures = entry.Failures + 1 });
        }
    }

    public IReadOnlyList<WaitingWebhook> Take(Func<WaitingWebhook, bool> which, int atMost = int.MaxValue)
    {
        lock (gate)
        {
            WaitingWebhook[] taken = [.. waiting.Where(which).Take(atMost)];
            waiting.RemoveAll(taken.Contains);
            return taken;
        }
    }
}
