using Sweet.Domain.Courses;
using Sweet.Domain.Messages;
using Sweet.Web.Email.Rendering;

namespace Sweet.Web.Email.Letters.Cohorts;

/// <summary>A message to a cohort as its people would get it, to who writes it. Its links lead to no student's page.</summary>
public sealed class CohortMessageTestLetter(WrittenMessage written, Cohort cohort, string email, string key) : Letter
{
    /// <summary>Pressed twice with the same words, it is sent once.</summary>
    public override string Fact => $"cohort message test {FactNames.Digest($"{key} {email} {written.Subject} {written.Text}")}";

    public override Urgency Urgency => Urgency.Awaited;

    public override DateTime? HappenedAtUtc => JustNow;

    public override Standing Standing => Standing.Always;

    public override Addressee To(LetterSite site) => new(Recipient.Staff, email);

    public override LetterContent Content(LetterSite site)
    {
        var reader = new CohortReader("Sample", site.Page("/my-enrollments"), $"{cohort.Course.Code}-SAMPLE", IsConfirmed: true);
        var content = CohortMessageWords.Content(written, cohort, reader, site);
        return content with { Subject = $"Test: {content.Subject}" };
    }
}
