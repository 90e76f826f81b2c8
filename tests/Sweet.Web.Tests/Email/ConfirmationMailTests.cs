using Sweet.Domain;
using Sweet.Domain.Enrollments;
using Sweet.Domain.Tests;
using Sweet.Web.Email.Letters.Enrollments;
using Sweet.Web.Wording.Calendars;

namespace Sweet.Web.Tests.Email;

public class ConfirmationMailTests : MailStory
{
    [Fact]
    public async Task Says_when_the_classes_meet_in_the_zone_of_the_cohort()
    {
        var mail = await Mail.Confirmation(Given);

        Assert.Contains("Tuesday, January 12, 2027, 7:00–9:00 pm EST", mail.Text, StringComparison.Ordinal);
        Assert.Contains("Tuesday, February 16, 2027, 7:00–9:00 pm EST", mail.Text, StringComparison.Ordinal);
        Assert.Contains("All times are New York time.", mail.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Names_the_zone_as_it_is_on_each_date()
    {
        var cohort = await Given.OpenCohort(firstClassLocal: new DateTime(2027, 3, 9, 18, 0, 0, DateTimeKind.Unspecified));
        var enrollment = await Given.ConfirmedEnrollment(cohort);

        await Mail.Tell(enrollment.Id, (outbox, e) => outbox.Tell(new EnrollmentConfirmedLetter(e), Site.Now));

        var text = Assert.Single(await Mail.Messages()).Text;
        Assert.Contains("March 9, 2027, 6:00–8:00 pm EST", text, StringComparison.Ordinal);
        Assert.Contains("March 16, 2027, 6:00–8:00 pm EDT", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Carries_the_calendar_file()
    {
        var mail = await Mail.Confirmation(Given);

        var file = mail.Attachment(EnrollmentCalendar.FileName);
        Assert.Equal("text/calendar", file.Type);
        Assert.Equal("attachment", file.Disposition);
        Assert.Equal(6, Ical.Net.Calendar.Load(file.Text)!.Events.Count);
    }

    [Fact]
    public async Task Says_that_the_group_shows_phone_numbers()
    {
        var mail = await Mail.Confirmation(Given, change: cohort => cohort.SetWhatsAppUrl("https://chat.whatsapp.com/abc", Site.Now));

        Assert.Contains("https://chat.whatsapp.com/abc", mail.Text, StringComparison.Ordinal);
        Assert.Contains("shows your phone number", mail.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Is_silent_about_a_group_that_does_not_exist()
    {
        var mail = await Mail.Confirmation(Given);

        Assert.DoesNotContain("WhatsApp", mail.Text, StringComparison.Ordinal);
        Assert.Contains("The link to join appears on your enrollment page", mail.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Gives_the_link_to_join_once_if_it_is_the_same_for_every_class()
    {
        var mail = await Mail.Confirmation(Given, change: cohort =>
        {
            foreach (var meeting in cohort.Meetings) cohort.SetJoinUrl(meeting, "https://meet.example/ipt", Site.Now);
        });

        Assert.Equal(2, mail.Text!.Split("https://meet.example/ipt").Length);
    }

    [Fact]
    public async Task Shows_lines_total_and_policy()
    {
        var mail = await Mail.Confirmation(Given, change: c => c.SetEarlyPrice(new Money(49_700, "USD"), Site.Now.AddDays(1), Site.Now));

        Assert.Contains("Interpersonal Psychotherapy (IPT), six-week certificate course: $597.00", mail.Text, StringComparison.Ordinal);
        Assert.Contains("Early price: −$100.00", mail.Text, StringComparison.Ordinal);
        Assert.Contains("Total: $497.00", mail.Text, StringComparison.Ordinal);
        Assert.Contains("less 15% for processing", mail.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Has_names_in_any_script_right_in_every_part()
    {
        var student = new Student("Zoë 李", "O'Brien-נועה 👩‍⚕️", Some.Email("zoe+ipt@clinic.example"), Profession.Nurse);

        var mail = await Mail.Confirmation(Given, student);

        Assert.Equal(student.FirstName + " " + student.LastName, Assert.Single(mail.To).Name);
        Assert.Contains("Student: Zoë 李 O'Brien-נועה 👩‍⚕️", mail.Text, StringComparison.Ordinal);
        var calendar = Ical.Net.Calendar.Load(mail.Attachment(EnrollmentCalendar.FileName).Text)!;
        Assert.All(calendar.Events, e => Assert.Contains("Zoë 李 O'Brien-נועה 👩‍⚕️", e.Description, StringComparison.Ordinal));
    }
}
