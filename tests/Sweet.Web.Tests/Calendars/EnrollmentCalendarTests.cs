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
    private const string Organizer = "help@sweet.test";

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
        Assert.Equal($"{enrollment.Number}-3@sweet.test", Events(Write(enrollment))[2].Uid);
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
        Assert.Null(calendar.Method);
    }

    [Fact]
    public void Begins_anew_for_whoever_enrolls_again_and_never_counts_back()
    {
        var first = Confirmed();
        var cohort = first.Cohort;
        var told = Events(Write(first));
        cohort.Cancel(first, CancellationReason.Withdrew, Actor.Student, Some.Now);
        var cancelled = Events(Write(first));

        var second = cohort.HoldSeat(Some.Registration(), live: null, Some.HoldTime, cohort.FirstClassAtUtc.AddDays(-10));
        cohort.Confirm(second, Some.Staff, cohort.FirstClassAtUtc.AddDays(-10));

        var again = Events(Write(second));
        Assert.Empty(again.Select(e => e.Uid).Intersect(told.Select(e => e.Uid), StringComparer.Ordinal));
        Assert.All(again, e => Assert.Equal("CONFIRMED", e.Status));
        Assert.Equal((0, 1, 0), (told[0].Sequence, cancelled[0].Sequence, again[0].Sequence));
        Assert.Equal(Write(first), Write(first));
    }

    [Fact]
    public void Counts_on_when_a_class_moves_before_and_after_the_withdrawal()
    {
        var enrollment = Confirmed();
        var cohort = enrollment.Cohort;
        var files = new List<string> { Write(enrollment) };

        Move(cohort, days: 1);
        files.Add(Write(enrollment));
        cohort.Cancel(enrollment, CancellationReason.Withdrew, Actor.Student, cohort.UpdatedAtUtc.AddHours(1));
        files.Add(Write(enrollment));
        Move(cohort, days: 2);
        files.Add(Write(enrollment));

        Assert.Equal([0, 1, 2, 3], files.Select(f => Events(f)[0].Sequence));
        Assert.Equal(4, files.Select(f => Events(f)[0].DtStamp!.AsUtc).Distinct().Count());
        Assert.Single(files.Select(f => Events(f)[0].Uid).Distinct(StringComparer.Ordinal));
        Assert.Equal(cohort.FirstClassAtUtc, Events(files[^1])[0].Start!.AsUtc);
    }

    [Fact]
    public void Names_whom_to_ask_and_reminds_a_day_and_a_quarter_of_an_hour_before()
    {
        var enrollment = Confirmed();
        var events = Events(Write(enrollment));

        Assert.All(events, e => Assert.Equal("mailto:help@sweet.test", e.Organizer!.Value!.ToString()));
        Assert.All(events, e => Assert.Equal(["-P1D", "-PT15M"], e.Alarms.Select(a => a.Trigger!.Duration!.Value.ToString())));

        enrollment.Cohort.Cancel(enrollment, CancellationReason.Withdrew, Actor.Student, Some.Now);
        Assert.All(Events(Write(enrollment)), e => Assert.Empty(e.Alarms));
    }

    [Fact]
    public void Cancels_the_meetings_of_one_that_was_remade_after_it_had_ended()
    {
        var enrollment = Some.Enrollment();
        enrollment.Cohort.EndAsBefore(enrollment, CancellationReason.Withdrew, Some.Now, Some.Staff, Some.Now);

        var calendar = Calendar.Load(EnrollmentCalendar.WriteFile(enrollment, Site, Organizer))!;

        Assert.Equal("CANCEL", calendar.Method);
        Assert.Equal(6, calendar.Events.Count(e => e.Status == "CANCELLED"));
    }

    [Theory]
    [InlineData(0, 30)]
    [InlineData(1, 30)]
    [InlineData(23, 30)]
    public void Tells_the_right_moment_in_the_night_of_the_change(int hour, int minute)
    {
        var night = new DateTime(2026, 11, 1, 0, 0, 0, DateTimeKind.Unspecified).AddHours(hour == 23 ? -1 : hour).AddMinutes(minute);
        var meeting = Confirmed(firstClass: night).Cohort.Meetings[0];

        var text = Write(Confirmed(firstClass: night));

        var told = Events(text)[0];
        Assert.Equal((meeting.StartsAtUtc, meeting.EndsAtUtc), (told.Start!.AsUtc, told.End!.AsUtc));
    }

    [Fact]
    public void Holds_a_line_break_of_a_name_in_its_line()
    {
        var enrollment = Confirmed(firstName: "Ana\r\nATTENDEE:mailto:x@evil.example");

        Assert.DoesNotContain("\nATTENDEE", Write(enrollment), StringComparison.Ordinal);
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

    private static void Move(Cohort cohort, int days)
    {
        var meeting = cohort.Meetings[0];
        cohort.MoveMeeting(meeting, meeting.StartsAtLocal.AddDays(days), meeting.Minutes, cohort.UpdatedAtUtc.AddHours(days));
    }

    private static string Write(Enrollment enrollment) => EnrollmentCalendar.WriteFeed(enrollment, Site, Organizer);

    private static List<CalendarEvent> Events(string text) => [.. Calendar.Load(text)!.Events.OrderBy(e => e.Start!.AsUtc)];
}
