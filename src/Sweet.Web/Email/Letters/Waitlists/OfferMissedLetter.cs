using Sweet.Domain.Courses;
using Sweet.Domain.Messages;
using Sweet.Domain.Waitlists;
using Sweet.Web.Email.Rendering;

namespace Sweet.Web.Email.Letters.Waitlists;

public sealed class OfferMissedLetter(WaitlistEntry entry, Cohort cohort) : WaitlistLetter(entry, cohort)
{
    public override string Fact => $"{Line} lapsed";

    public override Urgency Urgency => Urgency.News;

    public override DateTime? HappenedAtUtc => Entry.EndedAtUtc;

    public override LetterContent Content(LetterSite site) => new(
        $"The seat went to the next person: {Course}",
        $"We kept a seat in {Course} for you, and the time to take it has run out. Nothing was charged.",
        null,
        Dates,
        new Paragraph("You are not in line for these dates anymore. You can join the line again, at its end, or choose other dates."),
        new Button("See all dates", site.Page($"/courses/{Cohort.Course.Slug}")));
}
