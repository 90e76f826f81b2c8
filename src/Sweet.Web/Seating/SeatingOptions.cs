namespace Sweet.Web.Seating;

public sealed class SeatingOptions
{
    public const string Section = "Seating";

    /// <summary>How long a seat is offered to somebody in line, where there is time.</summary>
    public int OfferHours { get; set; } = 24;

    /// <summary>How long a seat in another cohort waits for the difference; not past its first class.</summary>
    public int TransferHours { get; set; } = 72;

    public TimeSpan TransferTime => TimeSpan.FromHours(TransferHours);

    public TimeSpan OfferTime => TimeSpan.FromHours(OfferHours);
}
