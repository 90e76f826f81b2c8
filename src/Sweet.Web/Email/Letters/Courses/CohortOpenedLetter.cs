using Sweet.Domain.Courses;
using Sweet.Domain.Messages;
using Sweet.Web.Email.Rendering;
using Sweet.Web.Wording;

namespace Sweet.Web.Email.Letters.Courses;

/// <summary>The one letter that somebody asked for; their address is forgotten in the same save.</summary>
public sealed class CohortOpenedLetter(CourseInterest interest, Cohort cohort, DateTime openedAtUtc, DateTime nowUtc) : Letter
{
    public override string Fact => $"cohort {cohort.Id} opened {FactNames.Digest(interest.Token)}";

    public override Urgency Urgency => Urgency.News;

    public override DateTime? HappenedAtUtc => openedAtUtc;

    public override Standing Standing => Standing.WhileCohortIsOpen(cohort.Id);

    public override Addressee To(LetterSite site) => new(Recipient.Asker, interest.Email);

    public override LetterContent Content(LetterSite site) => new(
        $"Registration is open: {cohort.Course.Title}, from {ZonedTime.At(cohort.FirstClassAtUtc, cohort.TimeZone).ShortDate}",
        $"Registration for the next cohort of {cohort.Course.Title} is open.",
        null,
        new Facts(
            LetterWords.CourseOf(cohort),
            LetterWords.FirstClassOf(cohort),
            new Fact("Price today", cohort.PriceAt(nowUtc).Exact()),
            new Fact("Registration closes", LetterWords.Day(cohort.RegistrationClosesAtUtc, cohort))),
        new Button("See the course and register", site.Page($"/courses/{cohort.Course.Slug}")),
        new Paragraph(
            "You asked us to tell you. This is the one email you asked for: "
            + "we have now deleted your address, so there is nothing to unsubscribe from."),
        new Link(
            "If these dates don’t suit you, ask to hear about the next ones", site.Page($"/courses/{cohort.Course.Slug}/interests/new")))
    {
        UnsubscribeUrl = site.RemovalOf(interest),
    };
}
