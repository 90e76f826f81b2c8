using System.Text;
using Ical.Net;
using Ical.Net.CalendarComponents;
using Sweet.Domain;
using Sweet.Domain.Courses;
using Sweet.Domain.Enrollments;
using Sweet.Domain.Tests;
using Sweet.Web.Wording.Calendars;

namespace Sweet.Web.Tests.Calendars;

public class EnrollmentCalendarTests
{
    private const string Site = "https://sweet.test";

    [Fact]
    public void Holds_every_class_meeting()
    {
        var enrollment = Confirmed();

        var events = Events(Write(enrollment));

        Assert.Equal(enrollment.Cohort.Meetings.Select(m => m.StartsAtUtc), events.Select(e => e.Start!.AsUtc));
        Assert.Equal(enrollment.Cohort.Meetings.Select(m => m.EndsAtUtc), events.Select(e => e.End!.AsUtc));
        Assert.Equal("Interpersonal Psychotherapy (IPT), class 2 of 6", events[1].Summary);
    }

    [Theory]
    [InlineData("America/New_York", 2026, 10, 20)]
    [InlineData("America/New_York", 2027, 2, 23)]
    [InlineData("America/Los_Angeles", 2027, 2, 23)]
    [InlineData("Europe/London", 2027, 3, 9)]
    [InlineData("Australia/Lord_Howe", 2027, 3, 16)]
    [InlineData("Asia/Kolkata", 2027, 3, 9)]
    [InlineData("Etc/UTC", 2027, 3, 9)]
    public void Keeps_the_hour_over_a_change_of_daylight_saving(string zone, int year, int month, int day)
    {
        var enrollment = Confirmed(zone, new DateTime(year, month, day, 18, 0, 0, DateTimeKind.Unspecified));

        var rules = ZoneRules.Read(Write(enrollment));

        Assert.All(enrollment.Cohort.Meetings, m => Assert.Equal(m.StartsAtUtc, rules.ToUtc(m.StartsAtLocal)));
        Assert.All(enrollment.Cohort.Meetings, m => Assert.Equal(m.EndsAtUtc, rules.ToUtc(m.EndsAtLocal)));
    }

    [Fact]
    public void Tells_both_halves_of_a_course_that_runs_over_the_change()
    {
        var text = Write(Confirmed(firstClass: new DateTime(2026, 10, 20, 18, 0, 0, DateTimeKind.Unspecified)));

        Assert.Contains("BEGIN:DAYLIGHT\r\nDTSTART:20260308T020000\r\nTZOFFSETFROM:-0500\r\nTZOFFSETTO:-0400\r\nTZNAME:EDT\r\nEND:DAYLIGHT\r\n", text, StringComparison.Ordinal);
        Assert.Contains("BEGIN:STANDARD\r\nDTSTART:20261101T020000\r\nTZOFFSETFROM:-0400\r\nTZOFFSETTO:-0500\r\nTZNAME:EST\r\nEND:STANDARD\r\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Calls_each_class_meeting_the_same_every_time()
    {
        var enrollment = Confirmed();

        Assert.Equal(Write(enrollment), Write(enrollment));
        Assert.Equal($"{enrollment.Cohort.Reference}-3@sweet.test", Events(Write(enrollment))[2].Uid);
        Assert.All(Events(Write(enrollment)), e => Assert.Equal(enrollment.Cohort.CalendarSequence, e.Sequence));
    }

    [Theory]
    [InlineData("Ada")]
    [InlineData("👩‍⚕️👩‍⚕️👩‍⚕️👩‍⚕️👩‍⚕️👩‍⚕️👩‍⚕️👩‍⚕️👩‍⚕️👩‍⚕️👩‍⚕️👩‍⚕️")]
    [InlineData("李小龍李小龍李小龍李小龍李小龍李小龍李小龍李小龍李小龍李小龍李小龍")]
    [InlineData("Comma, semicolon; backslash \\ and \\n")]
    public void Folds_and_escapes_what_a_student_is_called(string name)
    {
        var text = Write(Confirmed(firstName: name));

        Assert.All(text.Split("\r\n"), line => Assert.InRange(Encoding.UTF8.GetByteCount(line), 0, 75));
        Assert.DoesNotContain('\uFFFD', Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)));
        Assert.All(Events(text), e => Assert.Contains($"{name} Ortiz", e.Description, StringComparison.Ordinal));
    }

    [Fact]
    public void Gives_the_link_to_join_to_the_confirmed_only()
    {
        var enrollment = Confirmed();
        foreach (var meeting in enrollment.Cohort.Meetings) enrollment.Cohort.SetJoinUrl(meeting, "https://meet.example/ipt", Some.Now);
        Assert.Contains("URL:https://meet.example/ipt", Write(enrollment), StringComparison.Ordinal);

        enrollment.Cohort.Cancel(enrollment, CancellationReason.Withdrew, Actor.Student, Some.Now);

        Assert.DoesNotContain("meet.example", Write(enrollment), StringComparison.Ordinal);
    }

    [Fact]
    public void Cancels_what_was_told_before()
    {
        var enrollment = Confirmed();
        var before = Events(Write(enrollment));

        enrollment.Cohort.Cancel(enrollment, CancellationReason.Withdrew, Actor.Student, Some.Now);

        var after = Events(Write(enrollment));
        Assert.Equal(before.Select(e => e.Uid), after.Select(e => e.Uid));
        Assert.All(after, e => Assert.Equal("CANCELLED", e.Status));
        Assert.All(after, e => Assert.True(e.Sequence > before[0].Sequence));
    }

    [Fact]
    public void Is_empty_and_valid_while_the_seat_is_only_held()
    {
        var text = Write(Some.Enrollment());

        var calendar = Calendar.Load(text)!;
        Assert.Empty(calendar.Events);
        Assert.Single(calendar.TimeZones);
    }

    [Fact]
    public void Never_holds_the_token_that_opens_the_enrollment()
    {
        var enrollment = Confirmed();

        Assert.DoesNotContain(enrollment.LinkToken, Write(enrollment).Replace("\r\n ", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    private static Enrollment Confirmed(string zone = "America/New_York", DateTime? firstClass = null, string firstName = "Ana")
    {
        var cohort = new Cohort(Some.Course(), "ipt-sample", zone, 30, Some.Price, Some.Now);
        var first = firstClass ?? new DateTime(2027, 1, 12, 19, 0, 0, DateTimeKind.Unspecified);
        for (var week = 0; week < 6; week++) cohort.AddMeeting(first.AddDays(7 * week), 120, Some.Now);
        var nowUtc = cohort.FirstClassAtUtc.AddDays(-10);
        cohort.SetRegistration(nowUtc.AddDays(-30), cohort.FirstClassAtUtc, nowUtc);
        cohort.Open(Some.Staff, nowUtc);
        var enrollment = cohort.HoldSeat(Some.Registration(student: Some.Student(firstName: firstName)), live: null, Some.HoldTime, nowUtc);
        cohort.Confirm(enrollment, Some.Staff, nowUtc);
        return enrollment;
    }

    private static string Write(Enrollment enrollment) => EnrollmentCalendar.WriteFeed(enrollment, Site);

    private static List<CalendarEvent> Events(string text) => [.. Calendar.Load(text)!.Events.OrderBy(e => e.Start!.AsUtc)];
}
