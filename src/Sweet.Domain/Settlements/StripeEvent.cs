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

    public StripeEvent(string eventId, string type, string objectId, string outcome, DateTime nowUtc)
    {
        EventId = eventId;
        Type = type;
        ObjectId = objectId;
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
