using Sweet.Domain.Courses;
using Sweet.Domain.Messages;
using Sweet.Domain.Waitlists;
using Sweet.Web.Email.Rendering;
using Sweet.Web.Wording;

namespace Sweet.Web.Email.Letters.Waitlists;

public sealed class SeatOfferedLetter(WaitlistEntry entry, Cohort cohort, DateTime nowUtc) : WaitlistLetter(entry, cohort)
{
    public override string Fact => $"{Line} offered {FactNames.Moment(Entry.OfferedAtUtc!.Value)}";

    public override Urgency Urgency => Urgency.Confirmation;

    public override DateTime? HappenedAtUtc => Entry.OfferedAtUtc;

    public override LetterContent Content(LetterSite site) => new(
        $"A seat is yours until {Until}: {Course}",
        $"A seat in {Course} has opened up, and you are next. It is kept for you until {Until}.",
        null,
        new Facts(
            LetterWords.CourseOf(Cohort),
            LetterWords.FirstClassOf(Cohort),
            new Fact("Price today", Cohort.PriceAt(nowUtc).Exact()),
            new Fact("Kept for you until", Until)),
        new Button("Take the seat, or pass it on", site.PageOf(Entry)),
        new Paragraph(
            "To take it, you fill in the registration form and pay, as everyone does. "
            + "If you don’t want it, please pass it on: the next person is told at once. "
            + "After that time the seat goes to the next person by itself."),
        new Paragraph(LetterWords.KeepToYourself));

    private string Until
    {
        get
        {
            var until = ZonedTime.At(Entry.OfferEndsAtUtc!.Value, Cohort.TimeZone);
            return $"{until.LongDate}, {until.Clock} {until.Abbreviation}";
        }
    }
}
