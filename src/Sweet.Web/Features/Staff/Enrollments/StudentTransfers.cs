using Sweet.Domain;
using Sweet.Domain.Enrollments;

namespace Sweet.Web.Features.Staff.Enrollments;

/// <summary>The seats before and after a seat that was transferred, or that is being.</summary>
/// <param name="To">Null where it has not moved on, and is not about to.</param>
/// <param name="CameAlong">What earlier seats pay for.</param>
public sealed record StudentTransfers(OtherSeat? From, OtherSeat? To, Money CameAlong)
{
    /// <summary>It has moved there; else the transfer waits for its payment.</summary>
    public bool HasMoved => To?.Status is not (EnrollmentStatus.Held or EnrollmentStatus.Processing);
}

public sealed record OtherSeat(int Id, string Number, EnrollmentStatus Status, DateTime HeldUntilUtc, long DueMinor, string Currency)
{
    public Money Due => new(DueMinor, Currency);
}
