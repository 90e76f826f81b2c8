using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Sweet.Domain.Enrollments;
using Sweet.Domain.Orders;
using Sweet.Domain.Policies;

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

    /// <summary>With the money of the enrollment that it was transferred from, of which a part may have come along.</summary>
    public static IQueryable<Enrollment> WithEarlierSeat(this IQueryable<Enrollment> enrollments) =>
        enrollments
            .Include(e => e.TransferredFrom!.Order.Payments)
            .Include(e => e.TransferredFrom!.Order.Refunds)
            .Include(e => e.TransferredFrom!.Order.Disputes);

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
        db.Enrollments.Where(which).Select(e => new EnrollmentInCohort(e.Id, e.CohortId)
        {
            OtherCohortId = (int?)e.TransferredFrom!.CohortId,
        }).SingleOrDefaultAsync(ct);

    /// <summary>As before, of an order that was found by one of its rows.</summary>
    public static Task<EnrollmentInCohort?> FindInCohort(this IQueryable<Order> orders, CancellationToken ct) =>
        orders.Select(o => new EnrollmentInCohort(o.EnrollmentId, o.Enrollment.CohortId)
        {
            OtherCohortId = (int?)o.Enrollment.TransferredFrom!.CohortId,
        }).SingleOrDefaultAsync(ct);

    /// <summary>
    /// Locks the cohort of an enrollment, and the one that it was transferred from, until the transaction ends, and reads the
    /// enrollment afresh, <see cref="Whole"/>: the beginning of every change of one.
    /// </summary>
    public static async Task<Enrollment> LockEnrollment(this SweetDbContext db, EnrollmentInCohort found, CancellationToken ct)
    {
        foreach (var cohortId in found.Cohorts) await db.LockCohort(cohortId, ct);
        var enrollment = await db.Enrollments.Whole().SingleAsync(e => e.Id == found.EnrollmentId, ct);
        if (enrollment.TransferredFromId is { } fromId) await db.Enrollments.Whole().Where(e => e.Id == fromId).LoadAsync(ct);
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

public sealed record EnrollmentInCohort(int EnrollmentId, int CohortId)
{
    /// <summary>Of the enrollment that this one was transferred from: its seat ends when this one is confirmed.</summary>
    public int? OtherCohortId { get; init; }

    /// <summary>In the order in which everybody locks them.</summary>
    public IEnumerable<int> Cohorts => new[] { CohortId, OtherCohortId ?? CohortId }.Distinct().Order();
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
