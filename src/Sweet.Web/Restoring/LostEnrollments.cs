using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Sweet.Domain;
using Sweet.Domain.Courses;
using Sweet.Domain.Enrollments;
using Sweet.Domain.Orders;
using Sweet.Domain.Policies;
using Sweet.Domain.Restoring;
using Sweet.Web.Data;
using Sweet.Web.Hosting;
using Sweet.Web.Payments;

namespace Sweet.Web.Restoring;

/// <summary>Remakes an enrollment that Stripe's session tells of and that our database has lost, by a restore of an older copy.</summary>
public sealed partial class LostEnrollments(SweetDbContext db, IOptions<SiteOptions> site, TimeProvider clock, ILogger<LostEnrollments> log)
{
    /// <summary>
    /// Only for a session that is paid or on its way to be. Its settlement follows as that of any other: with a seat if
    /// one was free, else as late money.
    /// </summary>
    /// <returns>Null if the session does not tell enough; then a person decides.</returns>
    public async Task<EnrollmentInCohort?> Remake(SessionReport report, Actor by, CancellationToken ct)
    {
        if (report.Facts.Payment is not { Status: PaymentStatus.Succeeded or PaymentStatus.Processing }) return null;
        if (LinkTokenIn(report.Owner.SuccessUrl) is not { } linkToken) return null;
        if (EmailAddress.Read(report.Owner.Email, out _) is not { } email) return null;

        var cohortId = await db.Cohorts.Where(c => c.Reference == report.Owner.CohortReference)
            .Select(c => (int?)c.Id).SingleOrDefaultAsync(ct);
        if (cohortId is null) return null;

        var student = new Student(FirstNameOf(report), LastNameOf(report), email, Profession.Other);
        var remade = await Remake(cohortId.Value, report, student, linkToken, by, ct);
        Remade(report.Number!);
        return remade;
    }

    private Task<EnrollmentInCohort> Remake(
        int cohortId, SessionReport report, Student student, string linkToken, Actor by, CancellationToken ct) =>
        db.InTransaction(
            async transaction =>
            {
                await db.LockCohort(cohortId, ct);
                if (await db.FindInCohort(e => e.Number == report.Number, ct) is { } known) return known;

                var cohort = await db.Cohorts.Include(c => c.Course).Include(c => c.Meetings).SingleAsync(c => c.Id == cohortId, ct);
                var live = await db.Enrollments.FindLive(cohortId, student.Email.Key, ct);
                var lost = new LostEnrollment(report.Number!, student, await Accepted(report, ct), linkToken, report.Trace)
                {
                    MailedToken = report.Owner.MailedToken,
                };
                var nowUtc = clock.GetUtcNow().UtcDateTime;
                var wantsSeat = report.Facts.Payment!.Refunds.Count == 0 && cohort.RestoreRefusalFor(live, nowUtc) is null;
                var enrollment = wantsSeat ? cohort.Restore(lost, live, by, nowUtc) : cohort.RestoreEnded(lost, by, nowUtc);
                db.Enrollments.Add(enrollment);
                await transaction.SaveAndCommit(ct);
                return new EnrollmentInCohort(enrollment.Id, cohortId);
            },
            ct);

    // A version that was published after the copy was made is lost too: the one that was in force stands for it.
    private async Task<PolicyAcceptance> Accepted(SessionReport report, CancellationToken ct) => new(
        await VersionOf(PolicyKind.Refunds, report.Owner.RefundPolicyVersionId, report.Trace.CreatedAtUtc, ct),
        await VersionOf(PolicyKind.Privacy, report.Owner.PrivacyPolicyVersionId, report.Trace.CreatedAtUtc, ct));

    private async Task<int> VersionOf(PolicyKind kind, int? id, DateTime acceptedAtUtc, CancellationToken ct) =>
        await db.PolicyVersions.Where(v => v.Id == id && v.Kind == kind).Select(v => (int?)v.Id).SingleOrDefaultAsync(ct)
        ?? await db.PolicyVersions.InForce(kind, acceptedAtUtc).Select(v => v.Id).SingleAsync(ct);

    // Another site's session on the same account: its links lead elsewhere, and its enrollment is not ours to remake.
    private string? LinkTokenIn(string? successUrl)
    {
        var start = $"{site.Value.BaseUrl}/enrollments/";
        if (successUrl?.StartsWith(start, StringComparison.Ordinal) != true) return null;

        var token = LinkToken().Match(successUrl[start.Length..]);
        return token.Success ? token.Groups["token"].Value : null;
    }

    private static string FirstNameOf(SessionReport report) => NamesOf(report) switch
    {
        [] => "Student",
        [var only] => only.CutTo(Enrollment.NameMaxLength),
        [.. var first, _] => string.Join(' ', first).CutTo(Enrollment.NameMaxLength),
    };

    private static string LastNameOf(SessionReport report) => NamesOf(report) switch
    {
        [] => report.Number!,
        [_] => "",
        [.., var last] => last.CutTo(Enrollment.NameMaxLength),
    };

    private static string[] NamesOf(SessionReport report) =>
        (report.Owner.PayerName ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    [GeneratedRegex("^(?<token>[0-9a-z]{26})/landing$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex LinkToken();

    [LoggerMessage(
        Level = LogLevel.Warning, Message = "Enrollment {Number} was not in the database and was remade from what Stripe keeps of it")]
    private partial void Remade(string number);
}
