using Sweet.Domain;
using Sweet.Domain.Refunds;

namespace Sweet.Web.Features.Staff.EnrollmentRefunds;

/// <summary>What became of each refund, the newest first.</summary>
public sealed record RefundListPage(RefundedStudent Student, Money Paid, Money GoneBack, Money Left, IReadOnlyList<RefundRow> Refunds)
{
    /// <summary>From an earlier seat: refunds of it stand here too.</summary>
    public required Money CameAlong { get; init; }

    /// <summary>Something may change without anyone doing anything.</summary>
    public bool IsMoving => Refunds.Any(r => r.IsMoving);
}

public sealed record RefundRow(Money Amount, string To, RefundStatus Status, string State, DateTime AskedAtUtc)
{
    public string? Who { get; init; }

    public required string Why { get; init; }

    public string? StripeId { get; init; }

    public string? StripeAddress { get; init; }

    /// <summary>The open case that a person decides on, of one that failed.</summary>
    public int? CaseId { get; init; }

    /// <summary>Where a person writes down that it was returned; null where Stripe sends it, or that was done.</summary>
    public string? ReturnAddress { get; init; }

    public bool IsMoving => ReturnAddress is null && Status is RefundStatus.Requested or RefundStatus.Pending;

    public string Label => Status switch
    {
        RefundStatus.Cancelled => "Canceled",
        RefundStatus.RequiresAction => "Waiting for the student",
        _ => Status.ToString(),
    };

    public string Square => Status switch
    {
        RefundStatus.Succeeded => "confirmed",
        RefundStatus.Failed => "alarm",
        RefundStatus.Cancelled => "ended",
        RefundStatus.RequiresAction => "held",
        _ => "processing",
    };
}
