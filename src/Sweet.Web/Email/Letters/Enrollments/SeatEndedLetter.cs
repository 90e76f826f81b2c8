using Sweet.Domain.Enrollments;
using Sweet.Domain.Messages;
using Sweet.Domain.Refunds;
using Sweet.Web.Email.Rendering;
using Sweet.Web.Wording;
using Sweet.Web.Wording.Calendars;

namespace Sweet.Web.Email.Letters.Enrollments;

/// <summary>A person has ended a confirmed seat. Goes out with a calendar file that cancels the class meetings.</summary>
public sealed class SeatEndedLetter(Enrollment enrollment) : EnrollmentLetter(enrollment)
{
    /// <summary>What the registrar sends back with it, maybe nothing; null where the money had gone before.</summary>
    public IReadOnlyList<Refund>? Refunds { get; init; }

    /// <summary>How the sum comes about, where the refund rule says it.</summary>
    public WithdrawalQuote? Quote { get; init; }

    public override string Fact => $"enrollment {Enrollment.Number} ended";

    public override Urgency Urgency => Urgency.Awaited;

    public override DateTime? HappenedAtUtc => JustNow;

    public override Standing Standing => Standing.WhileEnrollmentIs(EnrollmentStatus.Cancelled);

    public override LetterContent Content(LetterSite site) => new(
        $"Your enrollment has ended: {Course}",
        Point(),
        Enrollment.Number,
        [
            new Facts(
                [LetterWords.CourseOf(Cohort), .. Student, new Fact("Ended on", LetterWords.Day(Enrollment.EndedAtUtc!.Value, Cohort))]),
            .. Refunds is { Count: > 0 } refunds ? Refund(refunds) : [],
            new Paragraph($"If that is a mistake, reply to this email or email {site.Help}: a person reads every message."),
            new Heading("Your calendar"),
            new Paragraph(LetterWords.OutOfCalendar),
            OpenPage(site),
        ]);

    public override string Calendar(LetterSite site) => EnrollmentCalendar.WriteFile(Enrollment, site.BaseUrl, site.Help);

    private string Point() =>
        Refunds is not { } refunds ? $"Your enrollment in {Course} has ended, because {Why()}."
        : refunds.Count == 0 ? $"The registrar has ended your enrollment in {Course}."
        : $"The registrar has ended your enrollment in {Course}. You’ll be refunded {SumOf(refunds)}.";

    private IEnumerable<Block> Refund(IReadOnlyList<Refund> refunds)
    {
        yield return new Heading("Your refund");
        if (Quote is { } quote)
            yield return new Facts(
                [
                    .. quote.Lines().Select(line => new Fact(line.What, $"{line.Sign}{line.Amount.Exact()}") { IsSum = true }),
                    new Fact("Your refund", quote.Back.Exact()) { IsTotal = true },
                ]);
        var arrival = LetterWords.Arrival(
            refunds, "It’s sent within minutes, and usually arrives within 5 to 10 business days, depending on your bank.");
        yield return new Paragraph($"{arrival} Your enrollment page shows its status.");
        yield return new Facts([.. refunds.Select(r => new Fact(r.Amount.Exact(), LetterWords.GoesTo(r).Values))]);
    }

    private static string SumOf(IReadOnlyList<Refund> refunds) =>
        string.Join(" and ", refunds.GroupBy(r => r.Currency, StringComparer.Ordinal)
            .Select(g => new Domain.Money(g.Sum(r => r.AmountMinor), g.Key).Exact()));

    private string Why() => Enrollment.CancelledWhy == CancellationReason.Disputed
        ? "your bank has taken the payment back"
        : "the payment for it has gone back to you";
}
