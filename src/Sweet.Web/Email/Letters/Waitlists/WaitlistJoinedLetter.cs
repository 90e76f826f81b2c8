using Sweet.Domain.Courses;
using Sweet.Domain.Messages;
using Sweet.Domain.Waitlists;
using Sweet.Web.Email.Rendering;

namespace Sweet.Web.Email.Letters.Waitlists;

/// <param name="askedAgainAtUtc">Somebody, perhaps the same person, has asked for a place once more; at most one an hour.</param>
public sealed class WaitlistJoinedLetter(WaitlistEntry entry, Cohort cohort, DateTime? askedAgainAtUtc = null)
    : WaitlistLetter(entry, cohort)
{
    public override string Fact =>
        askedAgainAtUtc is { } askedAtUtc ? $"{Line} asked again {FactNames.HourOf(askedAtUtc)}"
        : Entry.IsPaid ? $"{Line} joined, paid"
        : $"{Line} joined";

    public override Urgency Urgency => Urgency.Awaited;

    public override DateTime? HappenedAtUtc => JustNow;

    public override bool AnybodyMayCauseIt => askedAgainAtUtc is not null;

    public override LetterContent Content(LetterSite site) => new(
        $"You are on the waitlist: {Course}",
        Entry.IsPaid
            ? $"You are on the waitlist for {Course}, and your payment stays with us meanwhile."
            : $"You are on the waitlist for {Course}. Nothing is charged for it.",
        null,
        Dates,
        new Paragraph(Entry.IsPaid
            ? "When a seat opens up and you are first in line, the seat is yours at once, and we’ll email you. From then on the refund "
                + "policy holds. Until then, you can leave the line at any time, and you’ll be refunded in full; so you will be if no seat "
                + "opens up before registration closes."
            : "When a seat opens up and you are first in line, we’ll email you and keep it for you until the time in that email. "
                + "If you don’t want it, you can pass it on to the next person."),
        new Button("See your spot in line", site.PageOf(Entry)),
        new Paragraph(LetterWords.KeepToYourself));
}
