using Sweet.Domain.Enrollments;
using Sweet.Domain.Messages;
using Sweet.Web.Email.Rendering;

namespace Sweet.Web.Email.Letters.Cohorts;

/// <summary>What staff have written to the people of a cohort, to one of them.</summary>
public sealed class CohortMessageLetter(Enrollment enrollment, CohortMessage message) : EnrollmentLetter(enrollment)
{
    public override string Fact => $"cohort message {message.Id} to {Enrollment.Number}";

    public override Urgency Urgency => Urgency.News;

    public override DateTime? HappenedAtUtc => message.SentAtUtc;

    public override Standing Standing => Standing.WhileEnrollmentIsLive;

    public override LetterContent Content(LetterSite site) => CohortMessageWords.Content(
        new WrittenMessage(message.Subject, message.Text, message.Audience), Cohort,
        CohortMessageWords.ReaderOf(Enrollment, site.PageOf(Enrollment)), site);
}
