using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Sweet.Domain.Courses;
using Sweet.Domain.Enrollments;
using Sweet.Domain.Messages;
using Sweet.Domain.Orders;
using Sweet.Domain.Refunds;
using Sweet.Web.Data;
using Sweet.Web.Email.Letters;
using Sweet.Web.Email.Rendering;
using Sweet.Web.Wording.Calendars;

namespace Sweet.Web.Email;

/// <summary>
/// Renders a mail now and adds it to the context; the caller's save queues it together with the fact that it tells.
/// A fact that was told is not told again.
/// </summary>
/// <remarks>
/// Enrollments come with their cohort (course, class meetings) and order (lines, payments, refunds).
/// Two transactions that tell the same fact at once: the unique index lets one of them save. Those that hold the cohort's lock never meet.
/// </remarks>
public sealed class Outbox(SweetDbContext db, LetterRenderer renderer)
{
    private static readonly TimeSpan LinksOnceIn = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan RemindersOnceIn = TimeSpan.FromHours(1);

    internal MailSite Site => renderer.Site;

    public Task EnrollmentConfirmed(Enrollment enrollment, DateTime nowUtc, CancellationToken ct = default) =>
        Tell(
            new MessageFact($"enrollment {enrollment.Id} confirmed", MessageKind.EnrollmentConfirmed, enrollment)
            {
                HappenedAtUtc = enrollment.Order.Payments.LastOrDefault(p => p.Decision == PaymentDecision.Confirms)?.CapturedAtUtc ?? nowUtc,
            },
            EnrollmentConfirmedLetter.For(enrollment, renderer.Site),
            nowUtc,
            ct,
            EnrollmentCalendar.WriteFile(enrollment, renderer.Site.BaseUrl));

    public Task HoldEnded(Enrollment enrollment, DateTime nowUtc, CancellationToken ct = default) =>
        Tell(
            new MessageFact($"enrollment {enrollment.Id} hold ended", MessageKind.HoldEnded, enrollment) { HappenedAtUtc = enrollment.HeldUntilUtc },
            HoldEndedLetter.For(enrollment, renderer.Site),
            nowUtc,
            ct);

    public Task PaymentFailed(Enrollment enrollment, Payment payment, DateTime nowUtc, CancellationToken ct = default) =>
        Tell(
            new MessageFact($"payment {payment.PaymentIntentId} failed", MessageKind.PaymentFailed, enrollment) { HappenedAtUtc = null },
            PaymentFailedLetter.For(enrollment, payment, renderer.Site),
            nowUtc,
            ct);

    /// <summary>The refund may be new and without an id: its payment and its moment name it.</summary>
    public Task RefundRequested(Enrollment enrollment, Refund refund, DateTime nowUtc, CancellationToken ct = default) =>
        Tell(
            new MessageFact(FactOf(refund), MessageKind.Refunded, enrollment) { HappenedAtUtc = refund.RequestedAtUtc },
            RefundLetter.For(enrollment, refund, renderer.Site),
            nowUtc,
            ct);

    /// <summary>What became of a refund at Stripe, where the student has to know it: each state is told once.</summary>
    public Task RefundMoved(Enrollment enrollment, Refund refund, DateTime nowUtc, CancellationToken ct = default) =>
        RefundNewsLetter.For(enrollment, refund, renderer.Site) is { } letter
            ? Tell(new MessageFact(FactOfState(refund), MessageKind.RefundMoved, enrollment) { HappenedAtUtc = null }, letter, nowUtc, ct)
            : Task.CompletedTask;

    public Task PlaceEnded(Enrollment enrollment, DateTime nowUtc, CancellationToken ct = default) =>
        Tell(
            new MessageFact($"enrollment {enrollment.Id} ended", MessageKind.PlaceEnded, enrollment),
            PlaceEndedLetter.For(enrollment, renderer.Site),
            nowUtc,
            ct,
            EnrollmentCalendar.WriteFile(enrollment, renderer.Site.BaseUrl));

    public Task Withdrawn(Enrollment enrollment, Withdrawal withdrawal, DateTime nowUtc, CancellationToken ct = default) =>
        Tell(
            new MessageFact($"enrollment {enrollment.Id} withdrawn", MessageKind.Withdrawn, enrollment),
            WithdrawnLetter.For(enrollment, withdrawal, renderer.Site),
            nowUtc,
            ct,
            EnrollmentCalendar.WriteFile(enrollment, renderer.Site.BaseUrl));

    /// <summary>At most one mail in ten minutes for the same links; none if there are no enrollments.</summary>
    public async Task YourLinks(string address, DateTime askedAtUtc, IReadOnlyList<Enrollment> enrollments, DateTime nowUtc, CancellationToken ct = default)
    {
        if (enrollments.Count == 0) return;

        var links = Digest($"{address} {string.Join(' ', enrollments.Select(e => e.Id).Order())}");
        await Tell(
            new MessageFact($"links {links} {Window(nowUtc, LinksOnceIn)}", MessageKind.YourLinks, address, null, enrollments.Count == 1 ? enrollments[0].Id : null) { HappenedAtUtc = askedAtUtc },
            LinkLetters.YourLinks(enrollments, renderer.Site),
            nowUtc,
            ct);
    }

    /// <summary>At most one mail an enrollment and hour.</summary>
    public Task AlreadyEnrolled(Enrollment existing, DateTime nowUtc, CancellationToken ct = default) =>
        Tell(
            new MessageFact($"enrollment {existing.Id} asked for again {Window(nowUtc, RemindersOnceIn)}", MessageKind.AlreadyEnrolled, existing),
            LinkLetters.AlreadyEnrolled(existing, renderer.Site),
            nowUtc,
            ct);

    /// <summary>At most one mail a wish and hour. The wish may be new and without an id.</summary>
    public Task InterestAsked(CourseInterest interest, Course course, DateTime nowUtc, CancellationToken ct = default) =>
        Tell(
            new MessageFact($"interest {Digest(interest.Token)} {Window(nowUtc, RemindersOnceIn)}", MessageKind.InterestAsked, interest.Email, null, null),
            LinkLetters.InterestAsked(interest, course, renderer.Site),
            nowUtc,
            ct);

    /// <summary>To the staff's address: what only a person can act on. Ids and sums, never a name or an address.</summary>
    /// <param name="fact">Names the fact, like "case 12 opened".</param>
    public Task StaffNotice(string fact, string subject, string text, DateTime nowUtc, CancellationToken ct = default) =>
        Tell(
            new MessageFact(StaffFact(fact), MessageKind.StaffNotice, renderer.Site.Staff, null, null) { HappenedAtUtc = null },
            new Letter(subject, text, null),
            nowUtc,
            ct);

    /// <summary>Once a day; see <see cref="StaffNotice"/>.</summary>
    public Task StaffDigest(string fact, OpenMatters open, DateTime morningUtc, DateTime nowUtc, CancellationToken ct = default) =>
        Tell(new MessageFact(StaffFact(fact), MessageKind.StaffNotice, Site.Staff, null, null) { HappenedAtUtc = morningUtc }, DigestLetter.For(open), nowUtc, ct);

    internal async Task Tell(MessageFact fact, Letter letter, DateTime nowUtc, CancellationToken ct, string? calendar = null)
    {
        if (db.Messages.Local.Any(m => m.Fact == fact.Name) || await db.Messages.AnyAsync(m => m.Fact == fact.Name, ct)) return;

        var body = await renderer.Render(letter, calendar);
        var message = new Message(fact.Kind, fact.Name, fact.Address, fact.AddresseeName, body, nowUtc) { EnrollmentId = fact.EnrollmentId };
        if (await MayHaveBeenTold(fact, ct)) message.Withhold(WithheldReason.MayHaveLeft);
        db.Messages.Add(message);
    }

    // After a restore of an older copy nobody knows what was mailed before it: the page tells it, and staff may release the mail.
    private async Task<bool> MayHaveBeenTold(MessageFact fact, CancellationToken ct)
    {
        var restoration = db.Restorations.Local.MaxBy(r => r.RestoredAtUtc) ?? await db.Restorations.OrderByDescending(r => r.RestoredAtUtc).FirstOrDefaultAsync(ct);
        if (restoration is null) return false;

        return fact.HappenedAtUtc is { } happenedAtUtc ? happenedAtUtc <= restoration.RestoredAtUtc : restoration.ReconciledAtUtc is null;
    }

    internal static string FactOf(Refund refund) => $"refund of {refund.Payment.PaymentIntentId} {Moment(refund.RequestedAtUtc)}";

    internal static string FactOfState(Refund refund) => $"refund {refund.StripeRefundId ?? $"{refund.Id}"} {(refund.WaitsForBalance ? "waits for balance" : refund.Status)}";

    internal static string StaffFact(string fact) => $"staff {fact}";

    internal static string Digest(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..24];

    internal static string Moment(DateTime utc) => utc.ToString("O", CultureInfo.InvariantCulture);

    private static string Window(DateTime nowUtc, TimeSpan length) => new DateTime(nowUtc.Ticks - (nowUtc.Ticks % length.Ticks), DateTimeKind.Utc).ToString("yyyyMMddHHmm", CultureInfo.InvariantCulture);

    internal sealed record MessageFact(string Name, MessageKind Kind, string Address, string? AddresseeName, int? EnrollmentId)
    {
        /// <summary>When what it tells came about; null if only Stripe knows. What somebody has just asked for came about now.</summary>
        public DateTime? HappenedAtUtc { get; init; } = DateTime.MaxValue;

        /// <exception cref="ArgumentException">The enrollment has not been saved: its id names the fact.</exception>
        public MessageFact(string name, MessageKind kind, Enrollment enrollment)
            : this(name, kind, enrollment.Email, enrollment.FullName, enrollment.Id)
        {
            if (enrollment.Id == 0) throw new ArgumentException("An enrollment is saved before a mail tells of it.", nameof(enrollment));
        }
    }
}
