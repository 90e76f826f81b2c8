using Microsoft.EntityFrameworkCore;
using Sweet.Domain.Courses;
using Sweet.Domain.Enrollments;
using Sweet.Domain.Policies;
using Sweet.Domain.Waitlists;
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
        var result = await db.InTransaction(transaction => Hold(cohortReference, applicant, transaction, ct), ct);
        if (result is SeatHeld { IsNew: true }) metrics.EnrollmentHeld();
        return result;
    }

    private async Task<EnrollmentResult> Hold(string reference, Applicant applicant, SweetTransaction transaction, CancellationToken ct)
    {
        if (!await db.LockCohort(db.Cohorts.Public().Where(c => c.Reference == reference), ct)) return new NoSuchCohort();

        var nowUtc = clock.GetUtcNow().UtcDateTime;
        var key = applicant.Student.Email.Key;
        var grounds = await ReadGrounds(reference, applicant, nowUtc, ct);
        var live = grounds.HasLive ? await db.Enrollments.FindLive(grounds.Cohort.Id, key, ct) : null;
        if (applicant.Owns(live)) return new SeatHeld(live!.LinkToken, IsNew: false);

        var offer = await OfferOf(applicant, grounds.Cohort.Id, ct);
        if (applicant.OfferToken is not null && offer is null) return new NoSuchCohort();

        var refusal = RefusalFor(applicant, grounds, offer, live, nowUtc);
        if (refusal is { } reason && reason != EnrollmentRefusal.AlreadyEnrolled) return new Refused(reason);

        var token = refusal is null ? await Take(grounds, offer, live, applicant, nowUtc, ct) : null;
        if (token is null) await TellOwner(live!.Id, nowUtc, ct);
        await transaction.SaveAndCommit(ct);
        return token is null ? new Refused(EnrollmentRefusal.AlreadyEnrolled) : new SeatHeld(token, IsNew: true);
    }

    // At once: whoever waits for the lock waits for each statement.
    private async Task<Grounds> ReadGrounds(string reference, Applicant applicant, DateTime nowUtc, CancellationToken ct)
    {
        var emailKey = applicant.Student.Email.Key;
        var signs = Enrollment.NewSigns();
        var refunds = db.PolicyVersions.InForce(PolicyKind.Refunds, nowUtc).Select(v => v.Id);
        var privacy = db.PolicyVersions.InForce(PolicyKind.Privacy, nowUtc).Select(v => v.Id);
        var letters = MailLimits.CountedAt(db, emailKey, nowUtc);
        var unpaid = limits.UnpaidOf(applicant.Client);
        return await db.Cohorts.Include(c => c.Course).Include(c => c.Meetings).Where(c => c.Reference == reference)
            .Select(c => new Grounds
            {
                Cohort = c,
                Policies = new PolicyAcceptance(refunds.Single(), privacy.Single()),
                Signs = signs,
                // As Enrollment.NumberOf writes it.
                IsNumberTaken = db.Enrollments.Any(e => e.Number == c.Course.Code + "-" + signs),
                LettersCounted = letters.Count(),
                HasLive = db.Enrollments.Live().Any(e => e.CohortId == c.Id && e.EmailKey == emailKey),
                Unpaid = new UnpaidCount
                {
                    OfBrowser = unpaid.OfBrowser.Count(),
                    OfNetwork = unpaid.OfNetwork.Count(),
                    OfWider = unpaid.OfWider.Count(),
                    OfWidest = unpaid.OfWidest.Count(),
                    InCohort = unpaid.OfWidest.Count(e => e.CohortId == c.Id),
                },
            })
            .SingleAsync(ct);
    }

    private async Task<WaitlistEntry?> OfferOf(Applicant applicant, int cohortId, CancellationToken ct) =>
        applicant.OfferToken is { } token
            ? await db.WaitlistEntries.SingleOrDefaultAsync(e => e.Token == token && e.CohortId == cohortId, ct)
            : null;

    // What the address decides comes last here too.
    private EnrollmentRefusal? RefusalFor(Applicant applicant, Grounds grounds, WaitlistEntry? offer, Enrollment? live, DateTime nowUtc)
    {
        var cohort = grounds.Cohort;
        var refusal = offer is null ? cohort.RefusalFor(live, nowUtc) : cohort.TakingRefusalFor(offer, live, nowUtc);
        if (refusal is not (null or EnrollmentRefusal.AlreadyEnrolled)) return refusal;
        if (applicant.SeenPriceMinor is { } seen && seen != cohort.PriceAt(nowUtc).Minor) return EnrollmentRefusal.PriceChanged;

        // Who was offered a seat hoards none: there is one offer for one place in line.
        return offer is null && limits.AreReached(grounds.Unpaid, cohort) ? EnrollmentRefusal.TooManyHolds : refusal;
    }

    // Whoever has the address is told, and nothing of their enrollment changes.
    private async Task TellOwner(int enrollmentId, DateTime nowUtc, CancellationToken ct)
    {
        var enrollment = await db.Enrollments.Whole().SingleAsync(e => e.Id == enrollmentId, ct);
        await outbox.Tell(new AlreadyEnrolledLetter(enrollment, nowUtc), nowUtc, ct);
    }

    private async Task<string> Take(
        Grounds grounds, WaitlistEntry? offer, Enrollment? live, Applicant applicant, DateTime nowUtc, CancellationToken ct)
    {
        var number = grounds.FreeNumber ?? await FreeNumber(grounds.Cohort.Course.Code, ct);
        var registration = new Registration(number, applicant.Student, applicant.Origin, applicant.Payer, grounds.Policies)
        {
            ClientKey = applicant.Client.Network,
            BrowserKey = applicant.Client.BrowserKey,
            AddressProvenAtUtc = offer?.EmailKey == applicant.Student.Email.Key ? nowUtc : applicant.AddressProvenAtUtc,
        };
        var enrollment = offer is null
            ? grounds.Cohort.HoldSeat(registration, live, limits.HoldTime, nowUtc)
            : grounds.Cohort.HoldOffered(offer, registration, live, limits.HoldTime, nowUtc);
        db.Enrollments.Add(enrollment);
        await outbox.Tell(new SeatHeldLetter(enrollment), grounds.LettersCounted, nowUtc, ct);
        return enrollment.LinkToken;
    }

    private async Task<string> FreeNumber(string courseCode, CancellationToken ct)
    {
        var number = Enrollment.NewNumber(courseCode);
        while (await db.Enrollments.AnyAsync(e => e.Number == number, ct)) number = Enrollment.NewNumber(courseCode);
        return number;
    }

    private sealed record Grounds
    {
        /// <summary>Tracked, with its course and class meetings.</summary>
        public required Cohort Cohort { get; init; }

        public required PolicyAcceptance Policies { get; init; }

        public required string Signs { get; init; }

        public bool IsNumberTaken { get; init; }

        /// <summary>As <see cref="MailLimits.CountedAt"/> finds them.</summary>
        public int LettersCounted { get; init; }

        /// <summary>The address, in this cohort.</summary>
        public bool HasLive { get; init; }

        public required UnpaidCount Unpaid { get; init; }

        /// <summary>Null if chance hit on one that an enrollment has.</summary>
        public string? FreeNumber => IsNumberTaken ? null : Enrollment.NumberOf(Cohort.Course.Code, Signs);
    }
}

/// <param name="SeenPriceMinor">The price that the form showed; never the price that is taken. Null where none was shown.</param>
public sealed record Applicant(Student Student, Origin Origin, Payer? Payer, long? SeenPriceMinor, Client Client)
{
    /// <summary>Whoever registers again has acted before by a link that was emailed to the address; else null.</summary>
    public DateTime? AddressProvenAtUtc { get; init; }

    /// <summary>Of the place in line whose offer is taken; null for everybody else.</summary>
    public string? OfferToken { get; init; }

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
