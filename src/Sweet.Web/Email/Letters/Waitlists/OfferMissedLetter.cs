using Sweet.Domain.Courses;
using Sweet.Domain.Messages;
using Sweet.Domain.Waitlists;
using Sweet.Web.Email.Rendering;

namespace Sweet.Web.Email.Letters.Waitlists;

/// <param name="seat">What became of the seat that was kept.</param>
public sealed class OfferMissedLetter(WaitlistEntry entry, Cohort cohort, MissedSeat seat) : WaitlistLetter(entry, cohort)
{
    public override string Fact => $"{Line} lapsed";

    public override Urgency Urgency => Urgency.News;

    public override DateTime? HappenedAtUtc => Entry.EndedAtUtc;

    public override LetterContent Content(LetterSite site) => new(
        seat == MissedSeat.ToTheNext ? $"The seat went to the next person: {Course}" : $"Your time to take the seat is over: {Course}",
        $"We kept a seat in {Course} for you, and the time to take it has run out. Nothing was charged.",
        null,
        Dates,
        new Paragraph($"You are not in line for these dates anymore. {Next}"),
        new Button("See all dates", site.Page($"/courses/{Cohort.Course.Slug}")));

    private string Next => seat switch
    {
        MissedSeat.ToTheNext => "You can join the line again, at its end, or choose other dates.",
        MissedSeat.OpenToAll => "No one else was in line, so the seat is open to everyone now: if you still want it, register for it.",
        _ => "No more seats are offered for them. You can choose other dates.",
    };
}

/// <summary>What becomes of a seat that was offered, and that nobody took in time.</summary>
public enum MissedSeat
{
    ToTheNext,
    OpenToAll,
    NoLongerOffered,
}
