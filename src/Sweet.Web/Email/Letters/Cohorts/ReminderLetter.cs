using Sweet.Domain.Courses;
using Sweet.Domain.Enrollments;
using Sweet.Domain.Messages;
using Sweet.Web.Email.Rendering;
using Sweet.Web.Wording;
using Sweet.Web.Wording.Calendars;

namespace Sweet.Web.Email.Letters.Cohorts;

/// <summary>A class is near: once for each meeting, each kind, and each time that it was set to.</summary>
/// <param name="meeting">One of the enrollment's cohort.</param>
public sealed class ReminderLetter(Enrollment enrollment, ClassMeeting meeting, ReminderKind kind, DateTime nowUtc)
    : EnrollmentLetter(enrollment)
{
    public override string Fact => FactsOf(meeting, kind) + Enrollment.Number;

    public override Urgency Urgency => kind == ReminderKind.Hour ? Urgency.Awaited : Urgency.News;

    /// <remarks>Who was told already is not among those whom the worker reads, under its turn.</remarks>
    public override bool IsFirst => true;

    public override DateTime? HappenedAtUtc => kind.DueAtUtc(meeting.StartsAtUtc);

    public override Standing Standing => Standing.WhileEnrollmentIs(EnrollmentStatus.Confirmed);

    private ZonedTime Start => ZonedTime.At(meeting.StartsAtUtc, Cohort.TimeZone);

    private string Class => $"Class {meeting.Number} of {Course}";

    private string DayInWords => (Start.Local.Date - ZonedTime.At(nowUtc, Cohort.TimeZone).Local.Date).Days switch
    {
        0 => "today",
        1 => "tomorrow",
        _ => $"on {Start.LongDate}",
    };

    /// <summary>How the facts of all who are reminded of it begin; an enrollment's number ends them.</summary>
    public static string FactsOf(ClassMeeting meeting, ReminderKind kind) =>
        $"class {meeting.Id} {kind} {FactNames.Moment(meeting.StartsAtUtc)} ";

    public override LetterContent Content(LetterSite site) => new(
        kind switch
        {
            ReminderKind.Hour => $"At {Start.Clock} {Start.Abbreviation}: class {meeting.Number} of {Course}",
            ReminderKind.Day => $"{Capital(DayInWords)}, {Start.Clock} {Start.Abbreviation}: class {meeting.Number} of {Course}",
            _ => $"{Start.ShortDate}: class {meeting.Number} of {Course}",
        },
        $"{Class} {(kind == ReminderKind.Hour ? "begins" : "is")} {DayInWords} at {Start.Clock} {Start.Abbreviation}.",
        Enrollment.Number,
        new Facts(
            [
                LetterWords.CourseOf(Cohort), .. Student,
                new Fact("Class", $"{meeting.Number} of {Cohort.Meetings.Count}"),
                new Fact("When", LetterWords.When(meeting, Cohort), $"{Start.City} time"),
            ]),
        OpenPage(site),
        new Paragraph("Join from that page: the link appears there 15 minutes before the class. " + LetterWords.KeepToYourself),
        new Paragraph("The attached file has all class meetings as they are scheduled now."));

    public override string Calendar(LetterSite site) => EnrollmentCalendar.WriteFile(Enrollment, site.BaseUrl, site.Help);

    private static string Capital(string words) => char.ToUpperInvariant(words[0]) + words[1..];
}
