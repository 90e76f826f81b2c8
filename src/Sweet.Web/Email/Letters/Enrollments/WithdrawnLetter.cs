using Sweet.Domain.Enrollments;
using Sweet.Domain.Messages;
using Sweet.Domain.Refunds;
using Sweet.Web.Email.Rendering;
using Sweet.Web.Wording;
using Sweet.Web.Wording.Calendars;

namespace Sweet.Web.Email.Letters.Enrollments;

/// <summary>Goes out with a calendar file that cancels the class meetings.</summary>
public sealed class WithdrawnLetter(Enrollment enrollment, Withdrawal withdrawal) : EnrollmentLetter(enrollment)
{
    public override string Fact => $"enrollment {Enrollment.Number} withdrawn";

    public override Urgency Urgency => Urgency.Awaited;

    public override DateTime? HappenedAtUtc => JustNow;

    public override Standing Standing => Standing.WhileCancelledFor(CancellationReason.Withdrew);

    public override LetterContent Content(LetterSite site) => new(
        $"You have withdrawn: {Course}",
        Point(),
        Enrollment.Number,
        [
            new Facts(
                [
                    LetterWords.CourseOf(Cohort),
                    .. Student,
                    new Fact("Withdrawn on", LetterWords.Day(Enrollment.EndedAtUtc!.Value, Cohort)),
                ]),
            .. withdrawal.Quote.IsAboutMoney() ? Computation() : [],
            new Heading("Your calendar"),
            new Paragraph(LetterWords.OutOfCalendar),
            new Paragraph(
                "If you joined the WhatsApp group, please leave it yourself. "
                + "We won’t email you about this cohort anymore, except about your refund."),
            OpenPage(site),
        ]);

    public override string Calendar(LetterSite site) => EnrollmentCalendar.WriteFile(Enrollment, site.BaseUrl, site.Help);

    private string Point()
    {
        var seat = $"You have withdrawn from {Course}, and your seat was given back.";
        return withdrawal.Quote.Undecided.Count > 0 ? $"{seat} The registrar will work out your refund and email you."
            : withdrawal.Quote.Back.IsZero ? seat
            : $"{seat} You’ll be refunded {withdrawal.Quote.Back.Exact()}.";
    }

    private IEnumerable<Block> Computation()
    {
        yield return new Heading("Your refund");
        yield return new Facts(
            [
                .. withdrawal.Quote.Lines().Select(line => new Fact(line.What, $"{line.Sign}{line.Amount.Exact()}") { IsSum = true }),
                new Fact("Your refund", withdrawal.Quote.Back.Exact()) { IsTotal = true },
            ]);
        if (withdrawal.Refunds.Count == 0) yield break;

        yield return new Paragraph($"{withdrawal.Quote.Arrival()} Your enrollment page shows its status.");
        yield return new Facts([.. withdrawal.Refunds.Select(r => new Fact(r.Amount.Exact(), LetterWords.GoesTo(r).Values))]);
    }
}
