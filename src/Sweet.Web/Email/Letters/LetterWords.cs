using System.Globalization;
using Sweet.Domain.Courses;
using Sweet.Domain.Refunds;
using Sweet.Web.Email.Rendering;
using Sweet.Web.Wording;
using Sweet.Web.Wording.Receipts;

namespace Sweet.Web.Email.Letters;

/// <summary>Turns of phrase that several letters share.</summary>
internal static class LetterWords
{
    public const string KeepToYourself = "Anyone with this link can open this page, so keep this email to yourself.";

    public const string OutOfCalendar =
        "Outlook and Apple Calendar can remove the class meetings from your calendar when you open the attached file. "
        + "Google Calendar ignores such a file: delete the class meetings there yourself. "
        + "If you subscribed to the calendar, delete the subscription.";

    /// <summary>"Tuesday, January 12, 2027, 6:00–8:00 pm EST"</summary>
    public static string When(ClassMeeting meeting, Cohort cohort)
    {
        var start = ZonedTime.At(meeting.StartsAtUtc, cohort.TimeZone);
        var end = ZonedTime.At(meeting.EndsAtUtc, cohort.TimeZone);
        return $"{start.LongDate}, {start.ClockUntil(end)} {end.Abbreviation}";
    }

    public static Fact CourseOf(Cohort cohort) => new("Course", cohort.Course.FullTitle);

    public static Fact FirstClassOf(Cohort cohort)
    {
        var start = ZonedTime.At(cohort.FirstClassAtUtc, cohort.TimeZone);
        return new Fact("First class", $"{start.LongDate}, {start.Clock} {start.Abbreviation} ({start.City})");
    }

    /// <summary>"Tuesday, January 12, 2027"</summary>
    public static string Day(DateTime utc, Cohort cohort) => ZonedTime.At(utc, cohort.TimeZone).LongDate;

    public static string Hours(TimeSpan time) => time.TotalHours.ToString("0", CultureInfo.InvariantCulture);

    /// <param name="byStripe">When it arrives where Stripe sends it.</param>
    public static string Arrival(IReadOnlyCollection<Refund> refunds, string byStripe) =>
        refunds.All(r => r.IsOutside) ? RefundText.ReturnedByHand
        : refunds.Any(r => r.IsOutside) ? $"{byStripe} The registrar returns what was paid outside our checkout, the way it was paid."
        : byStripe;

    public static Fact GoesTo(Refund refund) => new(
        "Goes to",
        refund.IsOutside ? $"the payer, the way it was paid: {PaymentMethodText.InWords(refund.Payment)}"
        : PaymentMethodText.InWords(refund.Payment) is { } method ? $"the {method} that you paid with" : "the account that you paid from");
}
