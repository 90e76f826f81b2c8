using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Sweet.Domain.Enrollments;
using Sweet.Domain.Orders;
using Sweet.Domain.Policies;
using Sweet.Domain.Transfers;

namespace Sweet.Web.Data;

/// <summary>What a change of an enrollment needs to see, all of it.</summary>
public static class Loading
{
    /// <summary>With cohort, course and every row of the order. For changes: tracked, and only after the cohort is locked.</summary>
    public static IQueryable<Enrollment> Whole(this IQueryable<Enrollment> enrollments) =>
        enrollments
            .Include(e => e.Cohort).ThenInclude(c => c.Course)
            .Include(e => e.Cohort).ThenInclude(c => c.Meetings.OrderBy(m => m.Number))
            .Include(e => e.Order).ThenInclude(o => o.Checkouts.OrderBy(c => c.Attempt))
            .Include(e => e.Order).ThenInclude(o => o.Payments.OrderBy(p => p.Id))
            .Include(e => e.Order).ThenInclude(o => o.Refunds.OrderBy(r => r.Id))
            .Include(e => e.Order).ThenInclude(o => o.Disputes.OrderBy(d => d.Id))
            .AsSplitQuery();

    /// <summary>
    /// As <see cref="Whole"/> for what is only shown, and no lock guards: one statement, so that money that arrives or a link that
    /// is replaced meanwhile is on the page altogether or not at all.
    /// </summary>
    public static IQueryable<Enrollment> AtOnce(this IQueryable<Enrollment> enrollments) =>
        enrollments.Whole().AsSingleQuery().AsNoTracking();

    public static IQueryable<Enrollment> WithClassMeetings(this IQueryable<Enrollment> enrollments) =>
        enrollments.Include(e => e.Cohort.Course).Include(e => e.Cohort.Meetings);

    /// <summary>The live enrollment of an address in a cohort, or null. For changes: only after the cohort is locked.</summary>
    /// <exception cref="InvalidOperationException">There are two, which the unique index does not let happen.</exception>
    public static Task<Enrollment?> FindLive(
        this IQueryable<Enrollment> enrollments, int cohortId, string emailKey, CancellationToken ct) =>
        enrollments.Live().SingleOrDefaultAsync(e => e.CohortId == cohortId && e.EmailKey == emailKey, ct);

    /// <summary>As <see cref="FindLive"/>, beside an enrollment in its cohort: of its address, or of one that it is to have.</summary>
    public static Task<Enrollment?> FindOtherLive(
        this IQueryable<Enrollment> enrollments, Enrollment than, string emailKey, CancellationToken ct) =>
        enrollments.Where(e => e.Id != than.Id).FindLive(than.CohortId, emailKey, ct);

    /// <summary>Whether an older copy of the database was put in place at that moment or later.</summary>
    public static async Task<bool> WasRestoredSince(this SweetDbContext db, DateTime? utc, CancellationToken ct) =>
        utc is not null && await db.Restorations.AnyAsync(r => r.RestoredAtUtc >= utc, ct);

    /// <summary>Where to find an enrollment and what to lock before it is read; null if there is none.</summary>
    public static Task<EnrollmentInCohort?> FindInCohort(
        this SweetDbContext db, Expression<Func<Enrollment, bool>> which, CancellationToken ct) =>
        db.WithEarlierCohorts(db.Enrollments.Where(which), ct);

    /// <summary>As before, of an order that was found by one of its rows.</summary>
    public static Task<EnrollmentInCohort?> FindInCohort(this SweetDbContext db, IQueryable<Order> orders, CancellationToken ct) =>
        db.WithEarlierCohorts(orders.Select(o => o.Enrollment), ct);

    /// <summary>
    /// Locks the cohort of an enrollment, and those that it was transferred from, until the transaction ends, and reads the
    /// enrollment afresh, <see cref="Whole"/>: the beginning of every change of one.
    /// </summary>
    public static async Task<Enrollment> LockEnrollment(this SweetDbContext db, EnrollmentInCohort found, CancellationToken ct)
    {
        foreach (var cohortId in found.Cohorts) await db.LockCohort(cohortId, ct);
        var enrollment = await db.Enrollments.Whole().SingleAsync(e => e.Id == found.EnrollmentId, ct);
        await db.LoadEarlierSeats(enrollment, ct);
        return enrollment;
    }

    /// <summary>As <see cref="LockEnrollment"/>, the enrollment whose link it is.</summary>
    /// <returns>Null if there is none, and if its owner has replaced the link while this waited for the lock.</returns>
    public static async Task<Enrollment?> LockByLink(this SweetDbContext db, string token, CancellationToken ct)
    {
        if (await db.FindInCohort(e => e.LinkToken == token, ct) is not { } found) return null;

        var enrollment = await db.LockEnrollment(found, ct);
        return enrollment.LinkToken == token ? enrollment : null;
    }
}

/// <summary>The seats that a seat was transferred from, one after the other: its money lies with them.</summary>
public static class EarlierSeats
{
    /// <summary>Tracked, beside an enrollment that is: for changes, behind the locks of all their cohorts.</summary>
    public static async Task LoadEarlierSeats(this SweetDbContext db, Enrollment? moved, CancellationToken ct)
    {
        for (var seat = moved; seat?.TransferredFromId is { } fromId; seat = seat.TransferredFrom)
            await db.Enrollments.Whole().Where(e => e.Id == fromId).LoadAsync(ct);
    }

    /// <summary>For what is only shown, as <see cref="Loading.AtOnce"/>.</summary>
    public static Task ShowEarlierSeats(this SweetDbContext db, Enrollment? moved, CancellationToken ct) =>
        db.ShowEarlierSeats(moved is null ? [] : [moved], ct);

    /// <inheritdoc cref="ShowEarlierSeats(SweetDbContext, Enrollment, CancellationToken)"/>
    public static async Task ShowEarlierSeats(this SweetDbContext db, IReadOnlyCollection<Enrollment> moved, CancellationToken ct)
    {
        var later = moved.Where(e => e.TransferredFromId is not null).ToList();
        while (later.Count > 0)
        {
            var ids = later.ConvertAll(e => e.TransferredFromId!.Value);
            var earlier = await db.Enrollments.AtOnce().Where(e => ids.Contains(e.Id)).ToDictionaryAsync(e => e.Id, ct);
            foreach (var seat in later) seat.Recall(earlier[seat.TransferredFromId!.Value]);
            later = [.. earlier.Values.Where(e => e.TransferredFromId is not null)];
        }
    }

    // Where a seat came from never changes: what is read before the locks stays true behind them.
    internal static async Task<EnrollmentInCohort?> WithEarlierCohorts(
        this SweetDbContext db, IQueryable<Enrollment> which, CancellationToken ct)
    {
        var found = await which.Select(e => new { e.Id, e.CohortId, e.TransferredFromId }).SingleOrDefaultAsync(ct);
        if (found is null) return null;

        List<int> cohortIds = [];
        for (var id = found.TransferredFromId; id is not null;)
        {
            var seat = await db.Enrollments.Where(e => e.Id == id).Select(e => new { e.CohortId, e.TransferredFromId }).SingleAsync(ct);
            cohortIds.Add(seat.CohortId);
            id = seat.TransferredFromId;
        }

        return new EnrollmentInCohort(found.Id, found.CohortId) { EarlierCohortIds = cohortIds };
    }
}

public sealed record EnrollmentInCohort(int EnrollmentId, int CohortId)
{
    /// <summary>Of the enrollments that this one was transferred from: the latest ends with it, and all may have its money.</summary>
    public IReadOnlyList<int> EarlierCohortIds { get; init; } = [];

    /// <summary>In the order in which everybody locks them.</summary>
    public IEnumerable<int> Cohorts => EarlierCohortIds.Append(CohortId).Distinct().Order();
}

/// <summary>What staff's enrollments are made out by.</summary>
public static class NewEnrollments
{
    /// <summary>One that no enrollment has, nor any that is about to be saved with it.</summary>
    public static async Task<string> FreeNumber(this SweetDbContext db, string courseCode, CancellationToken ct)
    {
        var number = Enrollment.NewNumber(courseCode);
        while (db.Enrollments.Local.Any(e => e.Number == number) || await db.Enrollments.AnyAsync(e => e.Number == number, ct))
            number = Enrollment.NewNumber(courseCode);
        return number;
    }

    /// <summary>The policies that count for whoever is enrolled now.</summary>
    public static async Task<PolicyAcceptance> PoliciesInForce(this SweetDbContext db, DateTime nowUtc, CancellationToken ct) => new(
        await db.PolicyVersions.InForce(PolicyKind.Refunds, nowUtc).Select(v => v.Id).SingleAsync(ct),
        await db.PolicyVersions.InForce(PolicyKind.Privacy, nowUtc).Select(v => v.Id).SingleAsync(ct));
}
