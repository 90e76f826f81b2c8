using Sweet.Domain.Courses;
using Sweet.Domain.Messages;
using Sweet.Web.Email.Rendering;

namespace Sweet.Web.Email.Letters.Courses;

/// <summary>At most one a request and hour. The request may be new and without an id.</summary>
public sealed class InterestAskedLetter(CourseInterest interest, Course course, DateTime nowUtc) : Letter
{
    public override string Fact => $"interest {FactNames.Digest(interest.Token)} {FactNames.HourOf(nowUtc)}";

    public override Urgency Urgency => Urgency.Awaited;

    public override DateTime? HappenedAtUtc => JustNow;

    public override bool AnybodyMayCauseIt => true;

    public override Standing Standing => Standing.WhileUnconfirmed(interest);

    public override Addressee To(LetterSite site) => new(Recipient.Asker, interest.Email);

    public override LetterContent Content(LetterSite site) => new(
        $"Please confirm: news of {course.Title}",
        $"Please confirm that you want to hear from us when the next cohort of {course.Title} opens.",
        null,
        new Button("Confirm", site.PageOf(interest)),
        new Paragraph("Didn’t ask for this? You don’t need to do anything: we won’t email you again unless you confirm."))
    {
        UnsubscribeUrl = site.RemovalOf(interest),
    };
}
