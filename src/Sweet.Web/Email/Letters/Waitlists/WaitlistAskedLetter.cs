using Sweet.Domain.Courses;
using Sweet.Domain.Messages;
using Sweet.Domain.Waitlists;
using Sweet.Web.Email.Rendering;

namespace Sweet.Web.Email.Letters.Waitlists;

/// <summary>At most one a wish and hour. The entry may be new and without an id.</summary>
public sealed class WaitlistAskedLetter(WaitlistEntry entry, Cohort cohort, DateTime nowUtc) : WaitlistLetter(entry, cohort)
{
    public override string Fact => $"{Line} asked {FactNames.HourOf(nowUtc)}";

    public override Urgency Urgency => Urgency.Awaited;

    public override DateTime? HappenedAtUtc => JustNow;

    public override bool AnybodyMayCauseIt => true;

    public override LetterContent Content(LetterSite site) => new(
        $"Please confirm: a spot on the waitlist for {Course}",
        $"Please confirm that you want a spot on the waitlist for {Course}. You are in line as soon as you have.",
        null,
        Dates,
        new Button("Confirm", site.PageOf(Entry)),
        new Paragraph("Didn’t ask for this? You don’t need to do anything: we won’t email you about it again unless you confirm."));
}
