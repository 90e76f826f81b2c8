using System.Collections.Concurrent;
using System.Text.Json;
using Sweet.Sandbox.Stripe;
using Sweet.Sandbox.Stripe.Objects;

namespace Sweet.Sandbox.Webhooks;

/// <summary>Sends events at once and in order, unless told to hold back, delay or drop them.</summary>
public sealed class WebhookDelivery(TimeProvider clock) : IDisposable
{
    private readonly WebhookQueue queue = new();
    private readonly ConcurrentDictionary<Task, byte> underway = [];
    private readonly ConcurrentQueue<Delivery> deliveries = [];
    private readonly Lock gate = new();
    private WebhookTarget? target;
    private bool holdsBack;
    private int toDrop;
    private string? typeToDrop;

    public string Secret { get; set; } = "whsec_sandbox0123456789abcdefghijklmn";

    /// <summary>How long after it happened an event is sent; needs <see cref="StandIns.Tick"/> to come due.</summary>
    public TimeSpan Delay { get; set; }

    /// <summary>Not delivered yet, oldest first.</summary>
    public IReadOnlyList<StripeEvent> Waiting => queue.Events;

    public IReadOnlyList<Delivery> Deliveries => [.. deliveries];

    /// <param name="address">The full address of the receiver.</param>
    /// <param name="handler">Leads into a test server; null: the network.</param>
    public void SendTo(Uri address, HttpMessageHandler? handler = null)
    {
        lock (gate)
        {
            target?.Dispose();
            target = new(address, handler);
        }
    }

    public void HoldBack() => holdsBack = true;

    /// <summary>Delivers what waits, and from now on at once again.</summary>
    public async Task Resume()
    {
        holdsBack = false;
        await DeliverWaiting();
    }

    public void DropNext(int count = 1, string? type = null)
    {
        lock (gate)
            (toDrop, typeToDrop) = (count, type);
    }

    /// <summary>Forgets everything that waits: it is never delivered.</summary>
    public void DropWaiting() => queue.Take(_ => true);

    /// <summary>The oldest that waits, of one type if it is given; null when none does.</summary>
    public async Task<Delivery?> DeliverNext(string? type = null) =>
        queue.Take(entry => type is null || entry.Event.Type == type, atMost: 1) is [var next] ? await Deliver(next) : null;

    /// <param name="order">Another order than that of happening.</param>
    public async Task<IReadOnlyList<Delivery>> DeliverWaiting(Func<IEnumerable<StripeEvent>, IEnumerable<StripeEvent>>? order = null)
    {
        var taken = queue.Take(_ => true);
        var ordered = order is null ? taken : [.. order(taken.Select(e => e.Event)).Select(e => taken.First(t => t.Event.Id == e.Id))];
        return await InOrder(ordered);
    }

    /// <summary>Delivers an event again, as often as wanted, one after the other.</summary>
    /// <param name="secret">Another secret makes a bad signature.</param>
    /// <param name="signedAt">Another time makes an old signature.</param>
    public async Task<Delivery> Deliver(StripeEvent happened, string? secret = null, DateTimeOffset? signedAt = null)
    {
        var body = Body(happened);
        var signature = WebhookSignature.Of(body, secret ?? Secret, signedAt ?? clock.GetUtcNow());
        return await Post(happened, body, signature);
    }

    public async Task<Delivery> DeliverUnsigned(StripeEvent happened) => await Post(happened, Body(happened), signature: null);

    /// <summary>The same event many times at the same moment.</summary>
    public async Task<IReadOnlyList<Delivery>> DeliverAtOnce(StripeEvent happened, int times) =>
        await Task.WhenAll(Enumerable.Range(0, times).Select(_ => Task.Run(() => Deliver(happened))));

    /// <summary>Waits until every delivery that is under way was answered.</summary>
    public async Task Idle()
    {
        while (!underway.IsEmpty)
            await Task.WhenAll(underway.Keys);
    }

    public void Dispose() => target?.Dispose();

    /// <summary>Called under the account's lock, so that the order of sending is that of happening.</summary>
    internal Task Send(IReadOnlyList<StripeEvent> events, Task after)
    {
        var now = clock.GetUtcNow();
        var atOnce = new List<WaitingWebhook>();
        foreach (var happened in events.Where(e => !IsDropped(e)))
        {
            if (holdsBack || target is null)
                queue.Add(happened, dueAt: null);
            else if (Delay > TimeSpan.Zero)
                queue.Add(happened, now + Delay);
            else
                atOnce.Add(new(happened, now));
        }

        return atOnce.Count == 0 ? Task.CompletedTask : Track(Task.Run(async () =>
        {
            await after;
            await InOrder(atOnce);
        }));
    }

    internal async Task DeliverDue()
    {
        var now = clock.GetUtcNow();
        await InOrder(queue.Take(entry => entry.DueAt <= now));
    }

    private static string Body(StripeEvent happened) => JsonSerializer.Serialize(happened, StripeJson.Options);

    private async Task<IReadOnlyList<Delivery>> InOrder(IReadOnlyList<WaitingWebhook> entries)
    {
        var made = new List<Delivery>();
        foreach (var entry in entries)
            made.Add(await Deliver(entry));
        return made;
    }

    private async Task<Delivery> Deliver(WaitingWebhook entry)
    {
        var delivery = await Deliver(entry.Event);
        if (!delivery.Succeeded)
            queue.AddFailed(entry, clock.GetUtcNow());
        return delivery;
    }

    private async Task<Delivery> Post(StripeEvent happened, string body, string? signature)
    {
        var receiver = target ?? throw new InvalidOperationException("Say where webhooks go first: SendTo.");
        var (status, failure) = await receiver.Post(body, signature);
        var delivery = new Delivery(happened, clock.GetUtcNow(), status, failure);
        deliveries.Enqueue(delivery);
        return delivery;
    }

    private bool IsDropped(StripeEvent happened)
    {
        lock (gate)
        {
            if (toDrop == 0 || (typeToDrop is not null && typeToDrop != happened.Type))
                return false;
            toDrop--;
            return true;
        }
    }

    private Task Track(Task delivery)
    {
        underway[delivery] = 0;
        _ = delivery.ContinueWith(done => underway.TryRemove(done, out _), TaskScheduler.Default);
        return delivery;
    }
}
