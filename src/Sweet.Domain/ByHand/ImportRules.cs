using Sweet.Domain.Courses;
using Sweet.Domain.Enrollments;
using Sweet.Domain.Orders;

namespace Sweet.Domain.ByHand;

/// <summary>
/// A student who was enrolled and paid elsewhere gets a seat: one that nobody holds, was offered or waits for. The cohort is locked and
/// read afresh.
/// </summary>
public static class ImportRules
{
    /// <summary>Of the line in the history by which an import knows whom it has brought before.</summary>
    public const string Subject = "Import";

    public const int ReferenceMaxLength = 60;
    public const int PaidMaxLength = 100;
    private const string Without = "without a reference";

    /// <summary>Why nobody of that address gets a seat by an import, or null.</summary>
    /// <param name="isLive">The address has a live enrollment in this cohort.</param>
    /// <param name="wasImported">An earlier import brought them; if they have no seat, it has ended since.</param>
    /// <param name="free">What earlier lines of the table leave of the seats that are open.</param>
    public static ImportRefusal? ImportRefusalFor(this Cohort cohort, bool isLive, bool wasImported, int free, DateTime nowUtc) =>
        !cohort.TakesByHandAt(nowUtc) ? ImportRefusal.NotTaken
        : isLive ? ImportRefusal.AlreadyEnrolled
        : wasImported ? ImportRefusal.ImportedBefore
        : free <= 0 ? ImportRefusal.Full
        : null;

    /// <summary>Confirmed at once: nothing is due here, since it was paid elsewhere.</summary>
    /// <exception cref="InvalidOperationException"><see cref="ImportRefusalFor"/> gives a reason; ask first.</exception>
    public static Enrollment Import(this Cohort cohort, Registration registration, ImportedFrom origin, Actor by, DateTime nowUtc)
    {
        if (cohort.ImportRefusalFor(isLive: false, wasImported: false, cohort.SeatsOpen, nowUtc) is { } refusal)
            throw new InvalidOperationException($"No seat: {refusal}.");

        cohort.SeatsTaken++;
        var price = cohort.PriceAt(nowUtc);
        var asked = registration with
        {
            By = by,
            Origin = new Origin($"Imported: {origin.Reference ?? Without}", ArticleSlug: null, Accommodation: null),
            Credits = price.IsZero ? [] : [new OrderLine(OrderLineKind.Waived, "Paid elsewhere", -price.Minor)],
        };
        var enrollment = new Enrollment(cohort, asked, nowUtc, nowUtc);
        enrollment.Record(
            Subject, null, origin.Reference ?? Without, by, nowUtc, origin.Paid is { } paid ? $"Paid elsewhere: {paid}" : null);
        cohort.Confirm(enrollment, by, nowUtc);
        return enrollment;
    }
}

/// <param name="Reference">What they are found by there.</param>
/// <param name="Paid">What they paid there, as it was written; noted, and no money of ours.</param>
public sealed record ImportedFrom(string? Reference, string? Paid);

public enum ImportRefusal
{
    /// <summary>The cohort is a draft, over or canceled.</summary>
    NotTaken,
    AlreadyEnrolled,
    ImportedBefore,
    Full,
}
