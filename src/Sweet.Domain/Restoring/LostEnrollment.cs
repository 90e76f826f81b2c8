using Sweet.Domain.Courses;
using Sweet.Domain.Enrollments;
using Sweet.Domain.Settlements;

namespace Sweet.Domain.Restoring;

/// <summary>What is left of an enrollment that the database has lost: what Stripe keeps of its session.</summary>
/// <param name="Student">The payer's name, which may be another's, and no profession: the student is asked to complete it.</param>
public sealed record LostEnrollment(string Number, Student Student, PolicyAcceptance Accepted, string LinkToken, SessionTrace Session)
{
    /// <summary>So that the emails that have left lead to it again; null where it was the only link, or Stripe keeps none.</summary>
    public string? MailedToken { get; init; }

    /// <summary>What was due: the sum that was asked for if it is a price of the cohort, else the price of that moment.</summary>
    internal Money DueIn(Cohort cohort) =>
        Session.Amount == new Money(cohort.PriceMinor, cohort.Currency)
        || Session.Amount == new Money(cohort.EarlyPriceMinor ?? cohort.PriceMinor, cohort.Currency)
            ? Session.Amount
            : cohort.PriceAt(Session.CreatedAtUtc);
}
