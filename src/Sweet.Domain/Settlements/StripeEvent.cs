namespace Sweet.Domain.Settlements;

/// <summary>One webhook delivery that was taken in; its id makes it take effect once.</summary>
public sealed class StripeEvent
{
    public const int IdMaxLength = 100;
    public const int TypeMaxLength = 100;
    public const int OutcomeMaxLength = 60;

    private StripeEvent()
    {
    }

    public StripeEvent(StripeNotice notice, string outcome, DateTime nowUtc)
    {
        EventId = notice.EventId;
        Type = notice.Type;
        ObjectId = notice.ObjectId;
        Outcome = outcome;
        TakenInAtUtc = nowUtc;
    }

    public int Id { get; private set; }

    public string EventId { get; private set; } = "";

    public string Type { get; private set; } = "";

    public string ObjectId { get; private set; } = "";

    public string Outcome { get; private set; } = "";

    public DateTime TakenInAtUtc { get; private set; }
}

/// <summary>What a verified webhook says: something happened to an object, which is then retrieved.</summary>
/// <param name="ObjectId">Empty for objects without an id, like a balance; none of those concerns us.</param>
public sealed record StripeNotice(string EventId, string Type, bool IsLive, string ObjectId);
