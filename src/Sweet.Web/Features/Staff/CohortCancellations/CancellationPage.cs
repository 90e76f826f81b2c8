using Sweet.Domain;
using Sweet.Domain.Enrollments;
using Sweet.Web.Features.Staff.Shared;

namespace Sweet.Web.Features.Staff.CohortCancellations;

/// <summary>Who loses a seat, and what each gets back, before anything is done.</summary>
public sealed record CancellationPage(int Id, string Title, IReadOnlyList<SeatToEnd> People, Money Paid, Money Back)
{
    private const int MostShown = 300;

    public CancellationForm Form { get; init; } = new();

    public IEnumerable<SeatToEnd> Shown => People.Take(MostShown);

    public int NotShown => Math.Max(0, People.Count - MostShown);

    public int Refunds => People.Count(p => p.Back.Minor > 0);

    public int Holds => People.Count(p => p.Status == EnrollmentStatus.Held);

    public string InWords => People.Count switch
    {
        0 => "No one has a seat.",
        1 => "One person has a seat.",
        _ => $"{People.Count} people have a seat.",
    };
}

public sealed record SeatToEnd(string Name, string Number, EnrollmentStatus Status, DateTime HeldUntilUtc, Money Paid, Money Back)
{
    /// <summary>Stripe never had the money.</summary>
    public bool IsOutside { get; init; }

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
        _ when Back.Minor > 0 && IsOutside => "Refund in full, returned by you outside Stripe",
        _ when Back.Minor > 0 => "Refund in full",
        _ => "The seat ends, nothing is left to be refunded",
    };
}

/// <param name="Done">Of all seats.</param>
public sealed record CancellationProgress(
    int Id, string Title, string By, DateTime StartedAtUtc, int Done, string? Reason, Paged<SeatProgress> List)
{
    public int Total => List.Total;

    public bool IsDone => Done == Total;

    public string State => IsDone ? "Canceled" : $"{Done} of {Total} done";
}

public sealed record SeatProgress(
    string Name, bool IsDone, string? Trouble, Money? Back, string RefundState, string RefundSquare, string Email, string EmailSquare)
{
    public string Seat => IsDone ? "given back" : Trouble ?? "waits";

    public string SeatSquare => IsDone ? "ended" : Trouble is null ? "draft" : "held";
}
