using Sweet.Domain.Transfers;
using Sweet.Web.Wording;

namespace Sweet.Web.Features.Students.TransferChoices;

public sealed record TransferChoicePage(string Token, string Number, string CourseTitle, string TimeZone)
{
    public const string Changed =
        "Your seat has not moved: the last seat on these dates was just taken, the amount changed, or you have a seat there already. "
        + "The page shows how things are now.";

    public DateTime FirstClassAtUtc { get; init; }

    public DateTime EndsAtUtc { get; init; }

    public int HoldHours { get; init; }

    /// <summary>Lapsed, taken back, or chosen already.</summary>
    public bool IsOver { get; init; }

    public IReadOnlyList<TransferChoice> Choices { get; init; } = [];

    public string? Problem { get; init; }
}

/// <param name="IsFree">Whether a seat can be had there now.</param>
public sealed record TransferChoice(
    int CohortId, string CourseTitle, string TimeZone, DateTime FirstClassAtUtc, DateTime LastClassEndsAtUtc, int Classes,
    TransferQuote Quote, bool IsFree)
{
    public long SeenDueMinor => Quote.Due.Minor - Quote.Back.Minor;

    public string Money => !Quote.Back.IsZero ? $"{Quote.Back.Exact()} goes back to you"
        : Quote.Due.IsZero ? "Nothing to pay"
        : $"{Quote.Due.Exact()} to pay";

    public string Button => Quote.Due.IsZero ? "Move to these dates" : $"Choose these dates and pay {Quote.Due.Exact()}";
}
