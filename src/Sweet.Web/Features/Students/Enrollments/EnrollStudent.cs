using Microsoft.EntityFrameworkCore;
using Sweet.Domain.Courses;
using Sweet.Domain.Enrollments;
using Sweet.Domain.Policies;
using Sweet.Domain.Vouchers;
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
        if (applicant.Owns(live)) return await GoOn(live!, applicant, ct);

        var offer = await OfferOf(applicant, grounds.Cohort.Id, ct);
        if (applicant.OfferToken is not null && offer is null) return new NoSuchCohort();

        var claim = applicant.Code is { } code ? await db.LockVoucher(code, key, ct) : null;
        if (applicant.IsCodeOptional && claim?.RefusalFor(grounds.Cohort, nowUtc) is not null) claim = null;
        if (RefusalFor(applicant, grounds, offer, claim, nowUtc) is { } refusal) return refusal;
        if (live is not null) return await TellOwner(live.Id, transaction, nowUtc, ct);
        if (claim?.RefusalFor(grounds.Cohort, nowUtc) is { } ofAddress) return new CodeRefused(ofAddress);

        var token = await Take(grounds, offer, claim, applicant, nowUtc, ct);
        await transaction.SaveAndCommit(ct);
        return new SeatHeld(token, IsNew: true);
    }

    // What somebody held before without the code, or with another, costs what it cost.
    private async Task<EnrollmentResult> GoOn(Enrollment held, Applicant applicant, CancellationToken ct)
    {
        var code = Voucher.ReadCode(applicant.Code);
        var isAsHeld = applicant.Code is null || applicant.IsCodeOptional || await db.Orders.AnyAsync(
            o => o.EnrollmentId == held.Id && db.Vouchers.Any(v => v.Id == o.VoucherId && v.Code == code), ct);
        return isAsHeld ? new SeatHeld(held.LinkToken, IsNew: false) : new CodeRefused(VoucherRefusal.SeatHeldWithout);
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
    private EnrollmentResult? RefusalFor(
        Applicant applicant, Grounds grounds, WaitlistEntry? offer, VoucherClaim? claim, DateTime nowUtc)
    {
        var cohort = grounds.Cohort;
        var refused = offer is null ? cohort.RefusalFor(live: null, nowUtc) : cohort.TakingRefusalFor(offer, live: null, nowUtc);
        if (refused is { } reason) return new Refused(reason);
        if (claim is null && applicant is { Code: not null, IsCodeOptional: false }) return new CodeRefused(VoucherRefusal.Unknown);
        if (claim?.RefusalFor(cohort, nowUtc) is { } refusal and not VoucherRefusal.UsedByAddress) return new CodeRefused(refusal);

        var price = cohort.PriceAt(nowUtc);
        var total = claim?.Voucher.Terms.TotalOf(price) ?? price;
        if (applicant.SeenPriceMinor is { } seen && seen != total.Minor) return new Refused(EnrollmentRefusal.PriceChanged);

        // Who was offered a seat hoards none: there is one offer for one place in line.
        return offer is null && limits.AreReached(grounds.Unpaid, cohort) ? new Refused(EnrollmentRefusal.TooManyHolds) : null;
    }

    // Whoever has the address is told, and nothing of their enrollment changes.
    private async Task<EnrollmentResult> TellOwner(int enrollmentId, SweetTransaction transaction, DateTime nowUtc, CancellationToken ct)
    {
        var enrollment = await db.Enrollments.Whole().SingleAsync(e => e.Id == enrollmentId, ct);
        await outbox.Tell(new AlreadyEnrolledLetter(enrollment, nowUtc), nowUtc, ct);
        await transaction.SaveAndCommit(ct);
        return new Refused(EnrollmentRefusal.AlreadyEnrolled);
    }

    private async Task<string> Take(
        Grounds grounds, WaitlistEntry? offer, VoucherClaim? claim, Applicant applicant, DateTime nowUtc, CancellationToken ct)
    {
        var number = grounds.FreeNumber ?? await db.FreeNumber(grounds.Cohort.Course.Code, ct);
        var registration = new Registration(number, applicant.Student, applicant.Origin, applicant.Payer, grounds.Policies)
        {
            ClientKey = applicant.Client.Network,
            BrowserKey = applicant.Client.BrowserKey,
            AddressProvenAtUtc = offer?.EmailKey == applicant.Student.Email.Key ? nowUtc : applicant.AddressProvenAtUtc,
            Voucher = claim,
        };
        var enrollment = offer is null
            ? grounds.Cohort.HoldSeat(registration, live: null, limits.HoldTime, nowUtc)
            : grounds.Cohort.HoldOffered(offer, registration, live: null, limits.HoldTime, nowUtc);
        db.Enrollments.Add(enrollment);
        await outbox.Tell(new SeatHeldLetter(enrollment), grounds.LettersCounted, nowUtc, ct);
        return enrollment.LinkToken;
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

    /// <summary>Of a voucher, as it was typed; null without one.</summary>
    public string? Code { get; init; }

    /// <summary>Without it, where it holds no more, the seat is taken at its price.</summary>
    public bool IsCodeOptional { get; init; }

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

/// <summary>The voucher does not hold; without its code the registration may be taken.</summary>
public sealed record CodeRefused(VoucherRefusal Reason) : EnrollmentResult;

public sealed record NoSuchCohort : EnrollmentResult;
