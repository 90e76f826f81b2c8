using Sweet.Domain.Courses;
using Sweet.Domain.Enrollments;
using Sweet.Domain.Orders;

namespace Sweet.Domain.ByHand;

/// <summary>
/// Staff enroll somebody themselves: beyond the window of registration, never beyond the seats that nobody holds, was offered or waits
/// for. The cohort is locked and read afresh.
/// </summary>
public static class HandRules
{
    /// <summary>Of the line in the history that says who enrolled somebody, and how the seat is paid.</summary>
    public const string Subject = "By hand";

    public static bool TakesByHandAt(this Cohort cohort, DateTime nowUtc) =>
        cohort.PhaseAt(nowUtc) is CohortPhase.Upcoming or CohortPhase.Open or CohortPhase.Full or CohortPhase.Closed or CohortPhase.Running;

    /// <summary>Why so many people cannot be enrolled on these terms, whoever they are; or null.</summary>
    public static HandRefusal? HandRefusalFor(this Cohort cohort, HandTerms terms, int people, DateTime nowUtc)
    {
        var price = cohort.PriceAt(nowUtc);
        return !cohort.TakesByHandAt(nowUtc) ? HandRefusal.NotTaken
            : cohort.SeatsOpen < people ? HandRefusal.Full
            : terms.Price != price ? HandRefusal.PriceChanged
            : terms.Sum.Minor < 0 || terms.Sum.IsZero != (terms.Way == HandWay.Complimentary) ? HandRefusal.NoSum
            : terms.Sum.Minor > price.Minor ? HandRefusal.MoreThanPrice
            : terms.Sum.Minor < price.Minor && string.IsNullOrWhiteSpace(terms.Reason) ? HandRefusal.ReasonMissing
            : terms.Way != HandWay.PaymentLink ? null
            : PriceRules.SmallestIn(terms.Sum.Currency) is { } smallest && terms.Sum.Minor < smallest.Minor ? HandRefusal.TooLittleForStripe
            : nowUtc + terms.HoldTime > cohort.LastClassEndsAtUtc ? HandRefusal.HoldTooLong
            : null;
    }

    /// <summary>Takes a seat: held for who gets a link to pay, else confirmed at once.</summary>
    /// <exception cref="InvalidOperationException"><see cref="HandRefusalFor"/> gives a reason; ask first.</exception>
    public static Enrollment EnrollByHand(
        this Cohort cohort, Registration registration, HandTerms terms, Actor by, DateTime nowUtc)
    {
        if (cohort.HandRefusalFor(terms, people: 1, nowUtc) is { } refusal) throw new InvalidOperationException($"No seat: {refusal}.");

        cohort.SeatsTaken++;
        var asked = registration with { By = by, Credits = [.. LoweredBy(terms)] };
        var enrollment = new Enrollment(cohort, asked, nowUtc + terms.HoldTime, nowUtc);
        enrollment.Record(Subject, null, $"{InWords(terms.Way)}, {terms.Sum}", by, nowUtc, terms.Reason);
        var order = enrollment.Order;
        (order.InvoiceDueOn, order.InvoiceNumber) = (terms.DueOn, terms.InvoiceNumber?.CutTo(Order.InvoiceMaxLength));
        if (terms.Received is { } received) order.AddOutside(received, by, nowUtc);
        if (terms.Way != HandWay.PaymentLink) cohort.Confirm(enrollment, by, nowUtc);
        return enrollment;
    }

    private static string InWords(HandWay way) => way switch
    {
        HandWay.PaidOutside => "Paid outside Stripe",
        HandWay.Invoice => "Invoice",
        HandWay.Complimentary => "Complimentary",
        _ => "Link to pay",
    };

    private static IEnumerable<OrderLine> LoweredBy(HandTerms terms)
    {
        if (terms.Sum == terms.Price) yield break;

        var what = terms.Way == HandWay.Complimentary ? "Complimentary seat" : "Agreed reduction";
        yield return new OrderLine(OrderLineKind.Waived, what, terms.Sum.Minor - terms.Price.Minor);
    }
}
