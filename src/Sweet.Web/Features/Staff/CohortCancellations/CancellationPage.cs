using Sweet.Domain;
using Sweet.Domain.Enrollments;
using Sweet.Web.Features.Staff.Shared;
using Sweet.Web.Wording;

namespace Sweet.Web.Features.Staff.CohortCancellations;

/// <summary>Who loses a seat, and what each gets back, before anything is done.</summary>
public sealed record CancellationPage(int Id, string Title, IReadOnlyList<SeatToEnd> People, Money Paid, Money Back)
{
    private const int MostShown = 300;

    public CancellationForm Form { get; init; } = new();

    /// <summary>Other cohorts of the course with a free seat.</summary>
    public IReadOnlyList<OtherCohort> Others { get; init; } = [];

    public int Moves => People.Count(p => p.To is not null);

    public string ButtonText =>
        Moves == 0 ? $"Cancel, refund {Back.Exact()}" : $"Cancel, refund {Back.Exact()}, transfer {Moves}";

    public PersonChoice ChoiceOf(SeatToEnd person, int place) => new(person, place, Form.OwnChoiceFor(person.Id), Others);

    public bool OffersMoves => Others.Count > 0 && People.Any(p => p.CanMove);

    public string WhatForAll => Moves == 0
        ? "Everyone is refunded in full and told." : "What happens to each person is shown below. Everyone is emailed.";

    public IEnumerable<SeatToEnd> Shown => People.Take(MostShown);

    public int NotShown => Math.Max(0, People.Count - MostShown);

    public int Refunds => People.Count(p => p.Back.Minor > 0 && p.To is null);

    public int Holds => People.Count(p => p.Status == EnrollmentStatus.Held);

    public string InWords => People.Count switch
    {
        0 => "No one has a seat.",
        1 => "One person has a seat.",
        _ => $"{People.Count} people have a seat.",
    };
}

public sealed record SeatToEnd(int Id, string Name, string Number, EnrollmentStatus Status, DateTime HeldUntilUtc, Money Paid, Money Back)
{
    /// <summary>Stripe never had the money.</summary>
    public bool IsOutside { get; init; }

    /// <summary>Where the person moves, in place of a refund.</summary>
    public OtherCohort? To { get; init; }

    /// <summary>A cohort was chosen that has no seat for this person anymore.</summary>
    public bool FindsNoSeat { get; init; }

    /// <summary>Its employer has not paid yet: what it is worth is not known.</summary>
    public bool IsInvoiceUnpaid { get; init; }

    public bool CanMove => Status == EnrollmentStatus.Confirmed && !IsInvoiceUnpaid;

    public string Square => Status switch
    {
        EnrollmentStatus.Confirmed => "confirmed",
        EnrollmentStatus.Processing => "processing",
        _ => "held",
    };

    public string What => Status switch
    {
        EnrollmentStatus.Held => "The hold ends, nothing was charged",
        EnrollmentStatus.Processing => "The seat ends; the payment goes back once the bank has made it",
        _ when To is { } to => Back.Minor > 0 ? $"Moves to {to.Title}; the difference is refunded" : $"Moves to {to.Title}",
        _ when Back.Minor > 0 && IsOutside => "Refund in full, returned by you outside Stripe",
        _ when FindsNoSeat => "Refund in full: the seats there go to those who registered earlier",
        _ when Back.Minor > 0 => "Refund in full",
        _ => "The seat ends, nothing is left to be refunded",
    };
}

/// <param name="Seats">Free ones that no one in line waits for.</param>
public sealed record OtherCohort(int Id, string Title, int Seats, Money Price)
{
    public string InWords => $"Transfer to {Title} ({(Seats == 1 ? "1 seat free" : $"{Seats} seats free")}, {Price.Exact()})";
}

/// <param name="Done">Of all seats.</param>
public sealed record CancellationProgress(
    int Id, string Title, string By, DateTime StartedAtUtc, int Done, string? Reason, Paged<SeatProgress> List)
{
    public required CancellationTotals Totals { get; init; }

    public int Total => List.Total;

    public bool IsDone => Done == Total;

    public string State => IsDone ? "Canceled" : $"{Done} of {Total} done";
}

/// <summary>Of all people, not of one page of them.</summary>
public sealed record CancellationTotals(Money Back, Money Refunded, int Refunds, int Failed, int Moves, int Moved)
{
    public string RefundsInWords => Refunds == 0
        ? "nothing so far"
        : $"{Refunded.Exact()} of {Back.Exact()} has been sent." + Failed switch
        {
            0 => "",
            1 => " One refund failed and is a case now; nothing is lost.",
            _ => $" {Failed} refunds failed and are cases now; nothing is lost.",
        };

    public string MovesInWords => $"{Moved} of {Moves}";
}

public sealed record SeatProgress(
    int EnrollmentId, string Name, bool IsDone, string? Trouble, Money? Back,
    string RefundState, string RefundSquare, string Email, string EmailSquare)
{
    /// <summary>Where the person moved, or why not; null where a refund was chosen.</summary>
    public string? Move { get; init; }

    /// <summary>Of a refund that failed, while the case is open.</summary>
    public int? CaseId { get; init; }

    public string Seat => IsDone ? Move ?? "given back" : Trouble ?? "waits";

    public string SeatSquare => IsDone ? "ended" : Trouble is null ? "draft" : "held";
}

/// <param name="Place">In the form, from 0.</param>
public sealed record PersonChoice(SeatToEnd Person, int Place, string Chosen, IReadOnlyList<OtherCohort> Others);
