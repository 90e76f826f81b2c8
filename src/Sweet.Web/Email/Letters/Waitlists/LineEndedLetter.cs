using Sweet.Domain.Courses;
using Sweet.Domain.Messages;
using Sweet.Domain.Waitlists;
using Sweet.Web.Email.Rendering;

namespace Sweet.Web.Email.Letters.Waitlists;

/// <summary>The institute has canceled the cohort that somebody waits for.</summary>
public sealed class LineEndedLetter(WaitlistEntry entry, Cohort cohort) : WaitlistLetter(entry, cohort)
{
    public override string Fact => $"{Line} ended with its cohort";

    public override Urgency Urgency => Urgency.News;

    public override DateTime? HappenedAtUtc => Entry.EndedAtUtc;

    public override LetterContent Content(LetterSite site) => new(
        $"The dates you are on the waitlist for are canceled: {Course}",
        $"We had to cancel these dates of {Course}, so no seat will open up. "
            + (Entry.IsPaid ? "What you paid goes back to you in full, and you are no longer on the waitlist."
                : "Nothing was charged, and you are no longer on the waitlist."),
        null,
        [
            Dates,
            .. Cohort.CancelledFor is { } reason ? [new Paragraph(reason)] : Array.Empty<Block>(),
            new Paragraph("On the course page, you can choose other dates or ask us to email you about the next ones."),
            new Button("See all dates", site.Page($"/courses/{Cohort.Course.Slug}")),
        ]);
}
