using System.Text;
using System.Text.Json.Nodes;

namespace Sweet.Sandbox.SendGrid.Events;

/// <summary>
/// What becomes of the emails, told to the site in signed batches. By itself with the next <see cref="StandIns.Tick"/>:
/// delivered, unless the address begins with "bounce" or "drop".
/// </summary>
public sealed class MailEvents(EventKey key, TimeProvider clock) : IDisposable
{
    /// <summary>SendGrid repeats for a day, further and further apart; here it is always a minute.</summary>
    private static readonly TimeSpan RepeatAfter = TimeSpan.FromMinutes(1);

    private readonly Lock gate = new();
    private readonly List<(MailEvent Event, DateTimeOffset DueAt)> waiting = [];
    private readonly List<EventDelivery> deliveries = [];
    private HttpClient? http;
    private Uri? target;
    private bool holdsBack;

    /// <summary>Give it to the site as <c>SendGrid:EventPublicKey</c>.</summary>
    public string PublicKey => key.Public;

    public IReadOnlyList<MailEvent> Waiting => Locked(() => waiting.ConvertAll(entry => entry.Event));

    public IReadOnlyList<EventDelivery> Deliveries => Locked(() => deliveries.ToList());

    /// <param name="address">The full address of the receiver.</param>
    /// <param name="handler">Leads into a test server; null: the network.</param>
    public void SendTo(Uri address, HttpMessageHandler? handler = null)
    {
        http?.Dispose();
        (target, http) = (address, new HttpClient(handler ?? new SocketsHttpHandler(), disposeHandler: handler is null));
    }

    public void HoldBack() => holdsBack = true;

    public void Resume() => holdsBack = false;

    /// <summary>Forgets everything that waits: it is never told.</summary>
    public void DropWaiting() => Locked(() => waiting.RemoveAll(_ => true));

    public static MailEvent Delivered(SentMail mail, DateTimeOffset at) => new(mail, "delivered", "250 OK", at);

    public static MailEvent Bounced(SentMail mail, DateTimeOffset at) =>
        new(mail, "bounce", $"550 5.1.1 <{mail.To[0].Email}>: user unknown", at);

    public static MailEvent Dropped(SentMail mail, DateTimeOffset at) => new(mail, "dropped", "Bounced Address", at);

    public Task<EventDelivery> Deliver(SentMail mail) => Send([Delivered(mail, clock.GetUtcNow())]);

    public Task<EventDelivery> Bounce(SentMail mail) => Send([Bounced(mail, clock.GetUtcNow())]);

    public Task<EventDelivery> Drop(SentMail mail) => Send([Dropped(mail, clock.GetUtcNow())]);

    /// <summary>One batch, at once, in this order.</summary>
    /// <param name="otherKey">Another key makes a bad signature.</param>
    /// <param name="signedAt">Another time makes an old signature.</param>
    public Task<EventDelivery> Send(IReadOnlyList<MailEvent> batch, EventKey? otherKey = null, DateTimeOffset? signedAt = null) =>
        Send(new JsonArray([.. batch.Select(one => (JsonNode)one.ToJson())]).ToJsonString(), batch, otherKey, signedAt);

    /// <summary>Whatever the body is, it is signed.</summary>
    public async Task<EventDelivery> Send(
        string body, IReadOnlyList<MailEvent>? batch = null, EventKey? otherKey = null, DateTimeOffset? signedAt = null)
    {
        var (timestamp, signature) = (otherKey ?? key).Sign(body, signedAt ?? clock.GetUtcNow());
        var (status, failure) = await Post(body, timestamp, signature);
        var delivery = new EventDelivery(batch ?? [], clock.GetUtcNow(), status, failure);
        Locked(() => deliveries.Add(delivery));
        return delivery;
    }

    public Task DeliverWaiting(bool reversed = false) => DeliverTaken(Take(_ => true), reversed);

    public void Dispose()
    {
        http?.Dispose();
        key.Dispose();
    }

    internal void Report(SentMail mail)
    {
        var now = clock.GetUtcNow();
        var local = mail.To[0].Email;
        var outcome = mail.IsDropped || local.StartsWith("drop", StringComparison.OrdinalIgnoreCase) ? Dropped(mail, now)
            : local.StartsWith("bounce", StringComparison.OrdinalIgnoreCase) ? Bounced(mail, now)
            : Delivered(mail, now);
        Locked(() =>
        {
            waiting.Add((new(mail, "processed", null, now), now));
            waiting.Add((outcome, now));
        });
    }

    internal Task DeliverDue()
    {
        var now = clock.GetUtcNow();
        return holdsBack || target is null ? Task.CompletedTask : DeliverTaken(Take(dueAt => dueAt <= now), reversed: false);
    }

    private async Task DeliverTaken(List<MailEvent> batch, bool reversed)
    {
        if (batch.Count == 0)
            return;
        if (reversed)
            batch.Reverse();
        var delivery = await Send(batch);
        if (!delivery.Succeeded)
            Locked(() => waiting.AddRange(batch.Select(one => (one, delivery.At + RepeatAfter))));
    }

    private List<MailEvent> Take(Func<DateTimeOffset, bool> which) => Locked(() =>
    {
        var taken = waiting.Where(entry => which(entry.DueAt)).Select(entry => entry.Event).ToList();
        waiting.RemoveAll(entry => which(entry.DueAt));
        return taken;
    });

    private async Task<(int? Status, string? Failure)> Post(string body, string timestamp, string signature)
    {
        if (http is null)
            throw new InvalidOperationException("Say where events go first: SendTo.");
        using var request = new HttpRequestMessage(HttpMethod.Post, target);
        request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        request.Headers.TryAddWithoutValidation("X-Twilio-Email-Event-Webhook-Signature", signature);
        request.Headers.TryAddWithoutValidation("X-Twilio-Email-Event-Webhook-Timestamp", timestamp);
        try
        {
            using var response = await http.SendAsync(request);
            return ((int)response.StatusCode, response.IsSuccessStatusCode ? null : await response.Content.ReadAsStringAsync());
        }
        catch (Exception failure) when (failure is HttpRequestException or TaskCanceledException or IOException)
        {
            return (null, failure.Message);
        }
    }

    private T Locked<T>(Func<T> work)
    {
        lock (gate)
            return work();
    }

    private void Locked(Action work)
    {
        lock (gate)
            work();
    }
}
