using Sweet.Domain.Enrollments;

namespace Sweet.Web.Wording;

/// <summary>What to say, and what the student can do.</summary>
public static class EnrollmentRefusalText
{
    public const string AlreadyEnrolled = "This address already has a seat in this cohort. We have emailed the link to it. "
        + "If you are someone else, use an address of your own.";

    /// <param name="holdMinutes">How long a seat is held unpaid.</param>
    public static string InWords(this EnrollmentRefusal refusal, int holdMinutes) => refusal switch
    {
        EnrollmentRefusal.NotOpenYet => "Registration for these dates has not opened yet. The course page says when it opens.",
        EnrollmentRefusal.NotOpen => "Registration for these dates is closed. Choose other dates on the course page.",
        EnrollmentRefusal.AlreadyEnrolled => AlreadyEnrolled,
        EnrollmentRefusal.Full => "The last seat has just been taken. "
            + "Join the waitlist, and a seat that opens up is offered to you, or choose other dates.",
        EnrollmentRefusal.TooManyHolds => "Several seats are already held from your network and not yet paid for. "
            + $"Try again in {Wait(holdMinutes)}, or email us, and we’ll help you: the address is at the bottom of this page.",
        EnrollmentRefusal.PriceChanged =>
            "The price has changed since you opened this page. It now shows the new one; if you agree, send the form again.",
        EnrollmentRefusal.OfferOver => "This seat is not kept for you anymore. Your page of the waitlist says what you can do.",
        _ => throw new ArgumentOutOfRangeException(nameof(refusal), refusal, null),
    };

    private static string Wait(int minutes) => minutes <= 90 ? $"{minutes} minutes" : $"{(minutes + 59) / 60} hours";
}
