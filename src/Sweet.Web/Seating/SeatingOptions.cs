namespace Sweet.Web.Seating;

public sealed class SeatingOptions
{
    public const string Section = "Seating";

    /// <summary>How long a seat is offered to somebody in line, where there is time.</summary>
    public int OfferHours { get; set; } = 24;

    public TimeSpan OfferTime => TimeSpan.FromHours(OfferHours);
}
