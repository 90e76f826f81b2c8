using Sweet.Domain.ByHand;
using Sweet.Domain.Courses;
using Sweet.Domain.Enrollments;
using Sweet.Web.Features.Staff.EnrollmentRefunds;
using Sweet.Web.Features.Staff.Shared;
using Sweet.Web.Wording;
using Sweet.Web.Wording.Receipts;

namespace Sweet.Web.Features.Staff.HandEnrollments.Terms;

/// <summary>What the button will do to seats, money and emails; and why not.</summary>
internal static class HandWords
{
    public const string NotAsSeen = "You changed something after looking. Below is what will happen now; if you agree, press the button.";

    public static IReadOnlyList<Happening> Of(HandCohort cohort, HandTerms terms, Payer? payer, IReadOnlyList<string> addresses) =>
    [
        new(addresses.Count == 1 ? "Seat" : "Seats", Seat(cohort, terms, addresses.Count)),
        new("Money", Money(cohort, terms, payer, addresses.Count)),
        new("Email", Email(cohort, terms, addresses)),
        new("Policies", "The order records the refund policy and the privacy notice that are in force today."),
    ];

    public static string Button(HandTerms terms, string who) => terms.Way switch
    {
        HandWay.PaidOutside => $"Enroll {who}, {terms.Sum.Exact()} received",
        HandWay.Invoice => $"Enroll {who}, {terms.Sum.Exact()} invoiced",
        HandWay.Complimentary => $"Enroll {who}, nothing to pay",
        _ => $"Hold a seat for {who}, email the link to pay",
    };

    /// <summary>Of several people: with the sum of all.</summary>
    public static string Button(HandTerms terms, int people)
    {
        if (people == 1) return Button(terms, "1 person");

        var all = terms with { Sum = terms.Sum with { Minor = terms.Sum.Minor * people } };
        return Button(all, $"{people} people") + (terms.Way is HandWay.PaidOutside or HandWay.Invoice ? " in all" : "");
    }

    public static string InWords(this HandRefusal refusal, HandCohort cohort) => refusal switch
    {
        HandRefusal.NotTaken => "This cohort takes no one: it is a draft, over, or canceled.",
        HandRefusal.Full when cohort.Free == 0 && cohort.Waiting > 0 =>
            "No seat is free that no one in line waits for. Offer a seat from the waitlist, or raise the capacity first.",
        HandRefusal.Full when cohort.Free == 0 => "No seat is free. Raise the capacity first, or wait until one is given back.",
        HandRefusal.Full => $"Only {cohort.Seats}. Shorten the list, or raise the capacity first.",
        HandRefusal.AlreadyEnrolled => "This address has a seat in the cohort already. Each person needs an address of their own.",
        HandRefusal.PriceChanged =>
            "The price has changed since this page was opened. It shows the new one: look, and press the button again.",
        HandRefusal.NoSum => "Enter a sum above zero, or choose a complimentary seat.",
        HandRefusal.MoreThanPrice => $"That is more than the price, {cohort.Price.Exact()}. Enter the price, and return the rest.",
        HandRefusal.TooLittleForStripe => "Stripe takes no sum that small. Choose another way, or a higher sum.",
        HandRefusal.ReasonMissing => "Enter the reason for the lower sum.",
        HandRefusal.HoldTooLong => "The last class is over by then. Choose a shorter hold.",
        _ => throw new ArgumentOutOfRangeException(nameof(refusal), refusal, null),
    };

    private static string Seat(HandCohort cohort, HandTerms terms, int people)
    {
        var taken = terms.Way != HandWay.PaymentLink ? "Confirmed at once, with the join links and the calendar."
            : $"Held until {Until(cohort, terms)}. Not paid by then, {(people == 1 ? "it is" : "they are")} given back automatically.";
        var late = cohort.Phase is CohortPhase.Open or CohortPhase.Full ? ""
            : cohort.Begun > 0 ? Begun(cohort) : " Registration is not open to others.";
        return $"{taken} {SeatNumbers.FreeAfterwards(cohort.Free - people, cohort.Capacity)}{late}";
    }

    private static string Begun(HandCohort cohort) =>
        $" {cohort.Begun} of {cohort.Classes} classes have begun"
        + cohort.Over switch
        {
            0 => ".",
            1 => "; the one that is over won’t count in a withdrawal.",
            _ => $"; the {cohort.Over} that are over won’t count in a withdrawal.",
        };

    private static string Money(HandCohort cohort, HandTerms terms, Payer? payer, int people)
    {
        var each = people == 1 ? "" : " for each";
        var lower = terms.Sum.Minor < terms.Price.Minor ? $" (the price is {cohort.Price.Exact()})" : "";
        return terms.Way switch
        {
            HandWay.PaidOutside => $"{terms.Sum.Exact()}{each}{lower} is written down as paid outside Stripe, by "
                + $"{PaymentMethodText.InWords(terms.Received!.Way)}, reference {terms.Received.Reference}. "
                + "If it’s ever refunded, you return it yourself.",
            HandWay.Invoice => $"{terms.Sum.Exact()}{each}{lower} is owed by {payer!.Name}. Send the invoice yourself. "
                + $"If it is not paid by {OfficeTime.InWords(terms.DueOn!.Value)}, the overview asks you what to do; the seat stays.",
            HandWay.Complimentary => $"Nothing is owed{each} (the price is {cohort.Price.Exact()}).",
            _ => $"{terms.Sum.Exact()}{each}{lower} is to be paid at Stripe, by the link.",
        };
    }

    private static string Email(HandCohort cohort, HandTerms terms, IReadOnlyList<string> addresses)
    {
        var to = addresses.Count == 1 ? addresses[0] : $"each of {addresses.Count} addresses";
        return terms.Way == HandWay.PaymentLink
            ? $"“A seat is held for you until {ZonedTime.At(cohort.ReadAtUtc + terms.HoldTime, cohort.TimeZone).ShortDate}” "
                + $"to {to}, with the link to pay."
            : $"“You are enrolled” to {to}, with the calendar file and the link to their own page."
                + (terms.Way == HandWay.Invoice ? " Nothing is emailed to the payer." : "");
    }

    private static string Until(HandCohort cohort, HandTerms terms)
    {
        var until = ZonedTime.At(cohort.ReadAtUtc + terms.HoldTime, cohort.TimeZone);
        return $"{until.Clock} {until.Abbreviation}, {until.LongDate}";
    }
}
