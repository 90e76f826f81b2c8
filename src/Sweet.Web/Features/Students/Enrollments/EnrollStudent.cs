using Microsoft.EntityFrameworkCore;
using Sweet.Domain.Courses;
using Sweet.Domain.Enrollments;
using Sweet.Domain.Policies;
using Sweet.Web.Data;
using Sweet.Web.Email;
using Sweet.Web.Email.Letters.Enrollments;
using Sweet.Web.Hosting;

namespace Sweet.Web.Features.Students.Enrollments;

/// <summary>Takes a seat for a student and holds it for the payment. Database only.</summary>
public sealed class EnrollStudent(
    SweetDbContext db, Outbox outbox, HoldLimits limits, TimeProvider clock, SweetMetrics metrics)
{
    public async Task<EnrollmentResult> Enroll(string cohortReference, Applicant applicant, CancellationToken ct)
    {
        var cohortId = await db.Cohorts.Public().Where(c => c.Reference == cohortReference)
            .Select(c => (int?)c.Id).SingleOrDefaultAsync(ct);
        if (cohortId is null) return new NoSuchCohort();

        var result = await Hold(cohortId.Value, applicant, ct);
        if (result is SeatHeld { IsNew: true }) metrics.EnrollmentHeld();
        return result;
    }

    private Task<EnrollmentResult> Hold(int cohortId, Applicant applicant, CancellationToken ct) =>
        db.InTransaction<EnrollmentResult>(
            async transaction =>
            {
                await db.LockCohort(cohortId, ct);
                var nowUtc = clock.GetUtcNow().UtcDateTime;
                var cohort = await db.Cohorts.Include(c => c.Course).Include(c => c.Meetings).SingleAsync(c => c.Id == cohortId, ct);
                var live = await db.Enrollments.FindLive(cohortId, applicant.Student.Email.Key, ct);
                if (applicant.Owns(live)) return new SeatHeld(live!.LinkToken, IsNew: false);

                var refusal = await RefusalFor(applicant, cohort, live, nowUtc, ct);
                if (refusal is { } reason && reason != EnrollmentRefusal.AlreadyEnrolled) return new Refused(reason);

                var token = refusal is null ? await Take(cohort, live, applicant, nowUtc, ct) : null;
                if (token is null) await TellOwner(live!.Id, nowUtc, ct);
                await transaction.SaveAndCommit(ct);
                return token is null ? new Refused(EnrollmentRefusal.AlreadyEnrolled) : new SeatHeld(token, IsNew: true);
            },
            ct);

    // What the address decides comes last here too.
    private async Task<EnrollmentRefusal?> RefusalFor(
        Applicant applicant, Cohort cohort, Enrollment? live, DateTime nowUtc, CancellationToken ct)
    {
        var refusal = cohort.RefusalFor(live, nowUtc);
        if (refusal is not (null or EnrollmentRefusal.AlreadyEnrolled)) return refusal;
        if (applicant.SeenPriceMinor is { } seen && seen != cohort.PriceAt(nowUtc).Minor) return EnrollmentRefusal.PriceChanged;

        return await limits.AreReached(applicant.Client, cohort, ct) ? EnrollmentRefusal.TooManyHolds : refusal;
    }

    // Whoever has the address is told, and nothing of their enrollment changes.
    private async Task TellOwner(int enrollmentId, DateTime nowUtc, CancellationToken ct)
    {
        var enrollment = await db.Enrollments.Whole().SingleAsync(e => e.Id == enrollmentId, ct);
        await outbox.Tell(new AlreadyEnrolledLetter(enrollment, nowUtc), nowUtc, ct);
    }

    private async Task<string> Take(Cohort cohort, Enrollment? live, Applicant applicant, DateTime nowUtc, CancellationToken ct)
    {
        var accepted = new PolicyAcceptance(
            await VersionOf(PolicyKind.Refunds, nowUtc, ct), await VersionOf(PolicyKind.Privacy, nowUtc, ct));
        var number = await FreeNumber(cohort.Course.Code, ct);
        var registration = new Registration(number, applicant.Student, applicant.Origin, applicant.Payer, accepted)
        {
            ClientKey = applicant.Client.Network,
            BrowserKey = applicant.Client.BrowserKey,
            AddressProvenAtUtc = applicant.AddressProvenAtUtc,
        };
        var enrollment = cohort.HoldSeat(registration, live, limits.HoldTime, nowUtc);
        db.Enrollments.Add(enrollment);
        // Its id names what the letter tells.
        await db.SaveChangesAsync(ct);
        await outbox.Tell(new SeatHeldLetter(enrollment), nowUtc, ct);
        return enrollment.LinkToken;
    }

    private Task<int> VersionOf(PolicyKind kind, DateTime nowUtc, CancellationToken ct) =>
        db.PolicyVersions.InForce(kind, nowUtc).Select(v => v.Id).SingleAsync(ct);

    private async Task<string> FreeNumber(string courseCode, CancellationToken ct)
    {
        var number = Enrollment.NewNumber(courseCode);
        while (await db.Enrollments.AnyAsync(e => e.Number == number, ct)) number = Enrollment.NewNumber(courseCode);
        return number;
    }
}

/// <param name="SeenPriceMinor">The price that the form showed; never the price that is taken. Null where none was shown.</param>
public sealed record Applicant(Student Student, Origin Origin, Payer? Payer, long? SeenPriceMinor, Client Client)
{
    /// <summary>Whoever registers again has acted before by a link that was emailed to the address; else null.</summary>
    public DateTime? AddressProvenAtUtc { get; init; }

    /// <summary>
    /// A double click, a second tab, or back and again: the same browser goes on with the seat it holds. A paid one opens by
    /// its link alone.
    /// </summary>
    public bool Owns(Enrollment? live) =>
        live is { Status: not EnrollmentStatus.Confirmed } && Client.BrowserKey is not null && live.BrowserKey == Client.BrowserKey;
}

public abstract record EnrollmentResult;

/// <param name="IsNew">False: the same browser held a seat for the address already, and goes on with it.</param>
public sealed record SeatHeld(string Token, bool IsNew) : EnrollmentResult;

public sealed record Refused(EnrollmentRefusal Reason) : EnrollmentResult;

public sealed record NoSuchCohort : EnrollmentResult;
