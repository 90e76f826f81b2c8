using Sweet.Domain.Enrollments;
using Sweet.Domain.Messages;
using Sweet.Domain.Refunds;
using Sweet.Domain.Transfers;
using Sweet.Web.Email.Rendering;
using Sweet.Web.Wording;
using Sweet.Web.Wording.Calendars;

namespace Sweet.Web.Email.Letters.Courses;

/// <summary>The institute has canceled the cohort: the seat has ended, and what was paid goes back.</summary>
public sealed class CohortCanceledLetter(Enrollment enrollment) : EnrollmentLetter(enrollment)
{
    public override string Fact => $"enrollment {Enrollment.Number} ended with its cohort";

    public override Urgency Urgency => Urgency.Awaited;

    public override DateTime? HappenedAtUtc => JustNow;

    public override Standing Standing => Standing.WhileEnrollmentIs(Enrollment.Status);

    public override LetterContent Content(LetterSite site) => new(
        $"We had to cancel your course: {Course}, {LetterWords.Day(Cohort.FirstClassAtUtc, Cohort)}",
        $"We’re sorry: we had to cancel {Course} (first class: {LetterWords.Day(Cohort.FirstClassAtUtc, Cohort)}).",
        Enrollment.Number,
        [
            .. Cohort.CancelledFor is { } reason ? [new Paragraph(reason)] : Array.Empty<Block>(),
            .. MoneyBack(),
            .. Enrollment.ConfirmedAtUtc is null ? [] : InCalendar(),
            new Paragraph($"Other dates are on the course page: {site.Page($"/courses/{Cohort.Course.Slug}")}"),
            OpenPage(site),
        ]);

    public override string? Calendar(LetterSite site) =>
        Enrollment.ConfirmedAtUtc is null ? null : EnrollmentCalendar.WriteFile(Enrollment, site.BaseUrl, site.Help);

    private IEnumerable<Block> MoneyBack()
    {
        // What came along from an earlier seat goes back to the payments there.
        var refunds = Enrollment.Order.Refunds.Concat(Enrollment.Order.RefundsOfCredit())
            .Where(r => r is { Reason: RefundReason.CohortCancelled, IsStanding: true }).ToList();
        if (refunds.Count == 0)
        {
            yield return new Paragraph(Nothing());
            yield break;
        }

        yield return new Heading("Your refund");
        yield return new Facts([.. refunds.Select(r => new Fact(r.Amount.Exact(), LetterWords.GoesTo(r).Values))]);
        var arrival = LetterWords.Arrival(refunds, "It usually arrives within 5 to 10 business days, depending on your bank.");
        yield return new Paragraph($"All of what you paid goes back. {arrival} Your enrollment page shows its status.");
    }

    private string Nothing() =>
        Enrollment.Order.Payments.Any(p => p.Status == Domain.Orders.PaymentStatus.Processing)
            ? "Your bank is still working on your payment. If it arrives, you’ll be refunded all of it."
            : "Nothing is left to be refunded.";

    private static IEnumerable<Block> InCalendar() => [new Heading("Your calendar"), new Paragraph(LetterWords.OutOfCalendar)];
}
