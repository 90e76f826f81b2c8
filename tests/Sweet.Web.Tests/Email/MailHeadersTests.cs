using Sweet.Domain.Enrollments;
using Sweet.Domain.Tests;

namespace Sweet.Web.Tests.Email;

public sealed class MailHeadersTests : MailStory
{
    [Theory]
    [InlineData("Ann", "Sample, LCSW; PhD")]
    [InlineData("Ann \"Annie\"", "Lee (RN)")]
    [InlineData("Ann", "Back\\slash")]
    [InlineData("Dr. Ann", "O'Brien-Jones")]
    public async Task A_name_arrives_as_it_is_whatever_signs_it_has(string first, string last)
    {
        var student = new Student(first, last, Some.Email("ann@clinic.example"), Profession.Nurse);

        var mail = await Mail.Confirmation(Given, student);

        Assert.Equal($"{first} {last}", Assert.Single(mail.To).Name);
        Assert.Equal("ann@clinic.example", mail.To[0].Email);
    }

    [Fact]
    public async Task A_mail_says_that_nobody_shall_answer_it_automatically()
    {
        var mail = await Mail.Confirmation(Given);

        Assert.Equal("auto-generated", mail.Headers["Auto-Submitted"]);
        Assert.Equal("All", mail.Headers["X-Auto-Response-Suppress"]);
        Assert.DoesNotContain("List-Unsubscribe", mail.Headers.Keys);
    }

    [Fact]
    public async Task A_line_break_in_a_name_stays_in_the_name()
    {
        var mail = await Mail.Confirmation(Given, new Student("Ann\r\nBcc: x@evil.example", "Lee", Some.Email("ann@clinic.example"), Profession.Nurse));

        Assert.Equal("Ann  Bcc: x@evil.example Lee", Assert.Single(mail.To).Name);
    }
}
