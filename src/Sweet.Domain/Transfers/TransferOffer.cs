using System.Globalization;
using Sweet.Domain.Enrollments;

namespace Sweet.Domain.Transfers;

/// <summary>
/// Cohorts that a student may move to by themselves, until a date. It keeps no seat: whoever chooses gets one that is free then. A newer
/// offer takes the place of an older one; it ends with the seat that moves, and lapses by itself.
/// </summary>
public sealed class TransferOffer
{
    /// <summary>As many as a person can compare on a phone.</summary>
    public const int MostCohorts = 10;

    /// <summary>Of the history that says so.</summary>
    public const string Subject = "Transfer offer";

    public static readonly TimeSpan Longest = TimeSpan.FromDays(90);

    private TransferOffer()
    {
    }

    /// <exception cref="InvalidOperationException"><see cref="TransferRules.TransferRefusalFor"/> gives a reason; ask first.</exception>
    /// <exception cref="ArgumentException">No cohort, too many, or a date that is over.</exception>
    public TransferOffer(Enrollment enrollment, IReadOnlyCollection<int> cohortIds, DateTime endsAtUtc, Actor by, DateTime nowUtc)
    {
        if (enrollment.TransferRefusalFor(successor: null) is { } refusal) throw new InvalidOperationException($"No offer: {refusal}.");
        if (cohortIds.Count is 0 or > MostCohorts) throw new ArgumentException("Not so many.", nameof(cohortIds));
        if (endsAtUtc <= nowUtc || endsAtUtc > nowUtc + Longest) throw new ArgumentException("Not until then.", nameof(endsAtUtc));

        (Enrollment, EnrollmentId) = (enrollment, enrollment.Id);
        CohortIds = [.. cohortIds.Distinct().Order()];
        (OfferedAtUtc, EndsAtUtc) = (nowUtc, endsAtUtc);
        var what = string.Create(CultureInfo.InvariantCulture, $"{CohortIds.Count} until {endsAtUtc:yyyy-MM-dd HH:mm} UTC");
        enrollment.Record(Subject, null, what, by, nowUtc);
    }

    public int Id { get; private set; }

    public int EnrollmentId { get; private set; }

    public Enrollment Enrollment { get; private set; } = null!;

    public IReadOnlyList<int> CohortIds { get; private set; } = [];

    public DateTime OfferedAtUtc { get; private set; }

    /// <summary>The first moment at which nothing is chosen anymore.</summary>
    public DateTime EndsAtUtc { get; private set; }

    /// <summary>Taken back by staff, or replaced by a newer one; null while it counts.</summary>
    public DateTime? EndedAtUtc { get; private set; }

    public bool IsOpenAt(DateTime nowUtc) => EndedAtUtc is null && nowUtc < EndsAtUtc;

    /// <summary>May be repeated.</summary>
    public void End(Actor by, DateTime nowUtc)
    {
        if (EndedAtUtc is not null) return;

        EndedAtUtc = nowUtc;
        Enrollment.Record(Subject, "Open", "Taken back", by, nowUtc);
    }

    /// <summary>A newer one takes its place.</summary>
    public void Replace(DateTime nowUtc) => EndedAtUtc ??= nowUtc;
}

public static class TransferOfferQueries
{
    /// <summary>At most one an enrollment.</summary>
    public static IQueryable<TransferOffer> OpenAt(this IQueryable<TransferOffer> offers, DateTime nowUtc) =>
        offers.Where(o => o.EndedAtUtc == null && o.EndsAtUtc > nowUtc);
}
