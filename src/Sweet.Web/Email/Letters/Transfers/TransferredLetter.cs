using Sweet.Domain.Enrollments;
using Sweet.Domain.Messages;
using Sweet.Domain.Refunds;
using Sweet.Web.Email.Rendering;
using Sweet.Web.Wording;
using Sweet.Web.Wording.Calendars;

namespace Sweet.Web.Email.Letters.Transfers;

/// <summary>
/// Of the old enrollment: goes out with a calendar file that cancels its class meetings. The new one is told by its own letter.
/// </summary>
public sealed class TransferredLetter(Enrollment from, Enrollment moved) : EnrollmentLetter(from)
{
    public override string Fact => $"enrollment {Enrollment.Number} transferred";

    public override Urgency Urgency => Urgency.Awaited;

    public override DateTime? HappenedAtUtc => Enrollment.EndedAtUtc;

    public override Standing Standing => Standing.WhileCancelledFor(CancellationReason.Transferred);

    public override LetterContent Content(LetterSite site) => new(
        $"You have moved to other dates: {moved.Cohort.Course.Title}",
        Cohort.CancelledFor is null
            ? "Your seat has moved to other dates. Your old seat has ended."
            : "We had to cancel the dates that you were enrolled for. We’re sorry. We moved your seat to other dates, at no cost to you.",
        Enrollment.Number,
        [
            .. Cohort.CancelledFor is { } reason ? [new Paragraph(reason)] : Array.Empty<Block>(),
            new Facts(
                [
                    LetterWords.CourseOf(Cohort),
                    new Fact("Old first class", LetterWords.FirstClassOf(Cohort).Values),
                    .. Student,
                    new Fact("New enrollment number", moved.Number),
                    new Fact("New first class", LetterWords.FirstClassOf(moved.Cohort).Values),
                    .. Back(),
                ]),
            new Paragraph("Another email has the new dates, with a calendar file and the link to your new page."),
            .. Cohort.CancelledFor is null
                ? Array.Empty<Block>()
                : [new Paragraph("If the new dates don’t suit you, email us before the first class: you’ll be refunded in full.")],
            new Heading("Your calendar"),
            new Paragraph(LetterWords.OutOfCalendar),
            OpenPage(site),
        ]);

    public override string Calendar(LetterSite site) => EnrollmentCalendar.WriteFile(Enrollment, site.BaseUrl, site.Help);

    private IEnumerable<Fact> Back()
    {
        var back = Enrollment.Order.Refunds.Where(r => r.Reason == RefundReason.Transferred).ToList();
        return back.Select(r => new Fact("Your refund", r.Amount.Exact()) { IsSum = true });
    }
}
