namespace Sweet.Web.Email.Delivery;

/// <summary>Until when this instance leaves SendGrid alone, because SendGrid asked for it or lets nothing pass.</summary>
public sealed class OutboxPause
{
    private long untilTicks;

    public DateTime UntilUtc => new(Interlocked.Read(ref untilTicks), DateTimeKind.Utc);

    public void RestUntil(DateTime utc) => Interlocked.Exchange(ref untilTicks, utc.Ticks);
}
