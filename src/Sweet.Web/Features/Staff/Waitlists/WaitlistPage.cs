using Sweet.Domain.Waitlists;
using Sweet.Web.Features.Staff.Shared;

namespace Sweet.Web.Features.Staff.Waitlists;

/// <summary>The line of one cohort.</summary>
public sealed record WaitlistPage(
    int CohortId, string Cohort, string Zone, SeatNumbers Seats, int Waiting, Paged<LineRow> Line, IReadOnlyList<LineNews> Before)
{
    public bool IsEmpty => Line.Total == 0;

    public bool CanOffer => Seats.Free > 0 && Waiting > 0;

    /// <summary>Who is offered the next seat that comes free; null where it is on another page, or nobody waits.</summary>
    public int? NextId => Line.Rows.FirstOrDefault(row => row.Place == 1)?.Id;

    public string Summary
    {
        get
        {
            var people = Line.Total switch { 0 => "No one is in line", 1 => "1 person in line", _ => $"{Line.Total} people in line" };
            return $"{people}. {Seats.Equation}: confirmed, processing, held, offered, and free.";
        }
    }

    public string? Offers => Seats.Offered switch { 0 => null, 1 => "1 offer is open", _ => $"{Seats.Offered} offers are open" };
}

/// <param name="Place">Among those who wait, as everywhere where a place has a number; 0 with an offer.</param>
public sealed record LineRow(int Id, int Place, string Name, string Email, bool IsOffered, DateTime? OfferEndsAtUtc, DateTime SinceUtc)
{
    /// <summary>A late payment waits with it: a seat is theirs at once.</summary>
    public int? PaidById { get; init; }
}

/// <summary>What happened to somebody's place in line.</summary>
/// <param name="By">Null where it was the person or the site.</param>
public sealed record LineNews(int EntryId, string Name, string Subject, string? From, string To, string? Note, DateTime AtUtc, string? By)
{
    public bool IsMove => Subject == WaitlistEntry.MoveSubject;

    /// <summary>The newest move of somebody who still waits can be taken back.</summary>
    public bool CanUndo { get; init; }

    public string InWords => IsMove
        ? $"was moved from place {From} to {To}"
        : To switch
        {
            nameof(WaitlistStatus.Waiting) => "got in line",
            nameof(WaitlistStatus.Offered) => "was offered a seat",
            nameof(WaitlistStatus.Accepted) => From == nameof(WaitlistStatus.Offered) ? "took the seat" : "had paid, and got the seat",
            nameof(WaitlistStatus.Lapsed) => "let the offer lapse",
            _ when By is not null && From == nameof(WaitlistStatus.Offered) => "was offered a seat, and the offer was withdrawn",
            _ when By is not null => "was taken out of the line",
            _ => From == nameof(WaitlistStatus.Offered) ? "gave up the offered seat" : "left the line",
        };
}

public sealed record WaitlistRow(int CohortId, string Cohort, int Waiting, int Offered, int Free, DateTime? FirstSinceUtc);

/// <summary>What a change of the line will do, before it is done.</summary>
public sealed record LineChangePage(
    int EntryId, int CohortId, string Cohort, string Name, string Email, string Action, string Heading, string Effect)
{
    public required string Button { get; init; }

    public ReasonForm Form { get; init; } = new();

    public string? Problem { get; init; }

    /// <summary>It cannot be done whatever the reason: nothing is asked for.</summary>
    public bool IsRefused { get; init; }
}
