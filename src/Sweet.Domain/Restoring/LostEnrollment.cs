using Sweet.Domain.Enrollments;
using Sweet.Domain.Settlements;

namespace Sweet.Domain.Restoring;

/// <summary>What is left of an enrollment that the database has lost: what Stripe keeps of its session.</summary>
/// <param name="Student">The payer's name, which may be another's, and no profession: the student is asked to complete it.</param>
public sealed record LostEnrollment(string Number, Student Student, PolicyAcceptance Accepted, string LinkToken, SessionTrace Session)
{
    /// <summary>So that the mails that have left lead to it again; null where it was the only link, or Stripe keeps none.</summary>
    public string? MailedToken { get; init; }
}
