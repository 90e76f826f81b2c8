using Sweet.Domain.Courses;
using Sweet.Domain.Enrollments;
using Sweet.Domain.Messages;
using Sweet.Web.Email.Letters;
using Sweet.Web.Wording.Calendars;

namespace Sweet.Web.Email;

/// <summary>Mails about where mail goes. Enrollments come whole, as for all of <see cref="Outbox"/>.</summary>
public static class AddressMails
{
    /// <summary>To the new address: it may be a stranger's, so the mail says nothing of the student.</summary>
    public static Task EmailChangeAsked(this Outbox outbox, EmailChange change, CancellationToken ct) =>
        outbox.Tell(
            new Outbox.MessageFact(FactOfWish(change), MessageKind.EmailChangeAsked, change.Email, null, change.EnrollmentId),
            AddressLetters.ChangeAsked(change, outbox.Site),
            change.AskedAtUtc,
            ct);

    /// <summary>To the old address, which may be the only one that its owner reads.</summary>
    public static Task EmailChangeNotice(this Outbox outbox, EmailChange change, CancellationToken ct) =>
        outbox.Tell(
            new Outbox.MessageFact($"email change {Outbox.Digest(change.Token)} told to the old address", MessageKind.EmailChangeNotice, change.Enrollment),
            AddressLetters.ChangeNotice(change.Enrollment, outbox.Site),
            change.AskedAtUtc,
            ct);

    /// <summary>To the address that was the enrollment's until now, with the way to take it back. A mail of its own: if it comes back, that is no news.</summary>
    public static Task EmailChangeMade(this Outbox outbox, EmailChange change, string reversalToken, DateTime nowUtc, CancellationToken ct) =>
        outbox.Tell(
            new Outbox.MessageFact($"email change {Outbox.Digest(change.Token)} made", MessageKind.EmailChangeNotice, change.OldEmail!, change.Enrollment.FullName, null),
            AddressLetters.ChangeMade(change.Enrollment, reversalToken, outbox.Site),
            nowUtc,
            ct);

    /// <summary>To the address that the enrollment had moved to: its reader may be the one who is wronged.</summary>
    public static Task EmailChangeReversed(this Outbox outbox, EmailChange change, string lostAddress, DateTime nowUtc, CancellationToken ct) =>
        outbox.Tell(
            new Outbox.MessageFact($"email change {Outbox.Digest(change.Token)} taken back", MessageKind.EmailChangeNotice, lostAddress, null, null),
            AddressLetters.ChangeReversed(change.Enrollment, outbox.Site),
            nowUtc,
            ct);

    /// <summary>To the address that has just become the enrollment's: what was confirmed, or at least the link.</summary>
    public static Task AddressCorrected(this Outbox outbox, Enrollment enrollment, DateTime nowUtc, CancellationToken ct) =>
        enrollment.Status == EnrollmentStatus.Confirmed
            ? outbox.Tell(
                new Outbox.MessageFact($"enrollment {enrollment.Id} confirmed, told again {Outbox.Moment(nowUtc)}", MessageKind.EnrollmentConfirmed, enrollment),
                EnrollmentConfirmedLetter.For(enrollment, outbox.Site),
                nowUtc,
                ct,
                EnrollmentCalendar.WriteFeed(enrollment, outbox.Site.BaseUrl))
            : outbox.Tell(
                new Outbox.MessageFact($"enrollment {enrollment.Id} link, told again {Outbox.Moment(nowUtc)}", MessageKind.YourLinks, enrollment),
                AddressLetters.Corrected(enrollment, outbox.Site),
                nowUtc,
                ct);

    public static Task LinksReplaced(this Outbox outbox, Enrollment enrollment, DateTime nowUtc, CancellationToken ct) =>
        outbox.Tell(
            new Outbox.MessageFact($"enrollment {enrollment.Id} links replaced {Outbox.Digest(enrollment.LinkToken)}", MessageKind.LinksReplaced, enrollment),
            AddressLetters.LinksReplaced(enrollment, outbox.Site),
            nowUtc,
            ct);

    /// <summary>The one mail that somebody asked for; their address is forgotten in the same save.</summary>
    public static Task CohortOpened(this Outbox outbox, CourseInterest interest, Cohort cohort, DateTime openedAtUtc, DateTime nowUtc, CancellationToken ct) =>
        outbox.Tell(
            new Outbox.MessageFact($"{FactOfCohort(cohort.Id)}{Outbox.Digest(interest.Token)}", MessageKind.CohortOpened, interest.Email, null, null) { HappenedAtUtc = openedAtUtc },
            CohortOpenedLetter.For(cohort, nowUtc, outbox.Site),
            nowUtc,
            ct);

    internal static string FactOfWish(EmailChange change) => $"email change {Outbox.Digest(change.Token)} asked";

    /// <summary>How the facts of all mails about one opened cohort begin.</summary>
    internal static string FactOfCohort(int cohortId) => $"cohort {cohortId} opened ";
}
