using Microsoft.EntityFrameworkCore;
using Sweet.Web.Tests.Support;

namespace Sweet.Web.Tests.Stories.Office;

/// <summary>What staff correct of a student, and the student's private link.</summary>
public sealed class StudentDetailsTests : PaidStory
{
    [Fact]
    public async Task Details_are_corrected_and_the_history_keeps_both()
    {
        var enrolled = await Paid();
        var (_, page) = await StudentPage();

        page = await (await page.Click("Correct")).Submit(f => f.Fill("Last name", "Núñez").Choose("Profession", "Nurse").Fill("License number", "RN-7"));

        Assert.Equal("Ana Núñez", page.Heading);
        Assert.Contains("Last name Ortiz Núñez", page.Text, StringComparison.Ordinal);
        Assert.Contains("Profession SocialWorker Nurse", page.Text, StringComparison.Ordinal);
        Assert.Contains("Jordan Sample", page.Text, StringComparison.Ordinal);
        Assert.Contains("Ana Núñez", (await enrolled.Reload()).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_address_of_a_paid_seat_moves_once_the_new_one_has_confirmed_it()
    {
        await Paid();
        var (_, page) = await StudentPage();

        page = await (await page.Click("Correct")).Submit(f => f.Fill("Email address", "new@clinic.example"));

        Assert.Contains(Journey.Email, page.Text, StringComparison.Ordinal);
        Assert.Contains("New address asked for ana@clinic.example new@clinic.example", page.Text, StringComparison.Ordinal);
        Assert.Equal(Journey.Email, await Site.Db(db => db.Enrollments.Select(e => e.Email).SingleAsync()));
        Assert.Single(await Site.MailsTo("new@clinic.example"));
        Assert.Contains(await Subjects(), subject => subject.Contains("Your address is about to change", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_address_of_a_held_seat_moves_at_once_and_the_former_one_is_told()
    {
        await Visitor.Register(await Given.OpenCohort(), Journey.Email);
        var (_, page) = await StudentPage();

        page = await (await page.Click("Correct")).Submit(f => f.Fill("Email address", "new@clinic.example").Fill("Name for the receipt", "The Clinic"));

        Assert.Contains("new@clinic.example", page.Text, StringComparison.Ordinal);
        Assert.Contains("Payer The Clinic", page.Text, StringComparison.Ordinal);
        Assert.Contains(await Subjects(), subject => subject.Contains("Your address was changed", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_address_that_has_a_seat_in_the_cohort_is_refused()
    {
        var cohort = await Given.OpenCohort();
        await Given.ConfirmedEnrollment(cohort, "taken@clinic.example");
        await Visitor.Register(cohort, Journey.Email);
        var (_, page) = await StudentPage();

        var answer = await (await page.Click("Correct")).Submit(f => f.Fill("Email address", "taken@clinic.example").Fill("Last name", "Núñez"));

        Assert.Equal(422, answer.Status);
        Assert.NotEqual("", answer.ProblemOf("Email"));
        Assert.Equal("Núñez", answer.MainForm["Last name"]);
    }

    [Fact]
    public async Task An_invalid_form_changes_nothing()
    {
        await Paid();
        var (_, page) = await StudentPage();

        var answer = await (await page.Click("Correct")).Submit(f => f.Fill("First name", " ").Fill("Email address", "ana"));

        Assert.Equal((422, "Enter the first name"), (answer.Status, answer.ProblemOf("FirstName")));
        Assert.NotEqual("", answer.ProblemOf("Email"));
    }

    [Fact]
    public async Task Of_two_who_correct_the_second_sees_both()
    {
        await Paid();
        var (admin, page) = await StudentPage();
        var first = await page.Click("Correct");
        var second = await admin.Open(first.Address);
        await first.Submit(f => f.Fill("Last name", "Núñez"));

        var answer = await second.Submit(f => f.Fill("Last name", "Nunez"));
        var saved = await answer.Submit();

        Assert.Equal(422, answer.Status);
        Assert.Contains("Saved now: Ana Núñez", answer.Alert, StringComparison.Ordinal);
        Assert.Equal("Nunez", answer.MainForm["Last name"]);
        Assert.Equal("Ana Nunez", saved.Heading);
    }

    [Fact]
    public async Task What_has_ended_stays_as_it_is()
    {
        var enrolled = await Paid();
        var (admin, page) = await StudentPage();
        var form = await page.Click("Correct");
        await Withdraw(enrolled);

        Assert.Equal(404, (await form.Submit()).Status);
        Assert.DoesNotContain("Correct", (await admin.Open(page.Address)).Links);
    }

    [Fact]
    public async Task The_link_is_shown_only_to_whoever_asked_and_that_is_recorded()
    {
        await Paid();
        var (admin, page) = await StudentPage();
        var other = await StaffVisitor.Admin(Site, "riley@clinic.example");
        var token = await Site.Db(db => db.Enrollments.Select(e => e.LinkToken).SingleAsync());
        var closed = await admin.Open($"{page.Address}/link-views");

        var link = await page.Submit("Show it");

        Assert.DoesNotContain(token, closed.Body, StringComparison.Ordinal);
        Assert.EndsWith($"/enrollments/{token}", link.Document.GetElementById("link")!.GetAttribute("value"), StringComparison.Ordinal);
        Assert.DoesNotContain(token, (await other.Open(link.Address)).Body, StringComparison.Ordinal);
        Assert.Contains("Link shown", (await page.Reload()).Text, StringComparison.Ordinal);
        Site.Pass(TimeSpan.FromMinutes(11));
        Assert.DoesNotContain(token, (await admin.Open(link.Address)).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_link_of_the_emails_is_shown_to_nobody()
    {
        await Visitor.Register(await Given.OpenCohort(), Journey.Email);
        var (_, page) = await StudentPage();
        var mailed = await Site.Db(db => db.Enrollments.Select(e => e.MailedToken).SingleAsync());

        var link = await page.Submit("Show it");

        Assert.DoesNotContain(mailed!, link.Body, StringComparison.Ordinal);
        Assert.Contains("the emails have another", link.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_link_is_emailed_once_however_often_it_is_pressed()
    {
        await Paid();
        var (_, page) = await StudentPage();

        await page.Submit("Email it to the student");
        await page.Submit("Email it to the student");

        Assert.Single(await Subjects(), subject => subject.EndsWith("The link to your enrollment", StringComparison.Ordinal));
        Assert.Single(await Site.Db(db => db.History.Where(h => h.To == "Sent").ToListAsync()));
    }

    [Fact]
    public async Task A_replaced_link_opens_nothing_and_the_student_gets_the_new_one()
    {
        var enrolled = await Paid();
        var (_, page) = await StudentPage();
        var form = await page.Click("Replace it");

        page = await form.Submit();
        await form.Submit();

        Assert.Equal(410, (await enrolled.Reload()).Status);
        Assert.Contains("Link replaced", page.Text, StringComparison.Ordinal);
        Assert.Single(await Subjects(), subject => subject.Contains("Your new link", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("/details/edit")]
    [InlineData("/link-views")]
    [InlineData("/link-replacements/new")]
    [InlineData("/accommodation/edit")]
    public async Task Marketing_does_not_reach_it(string rest)
    {
        await Paid();
        var marketing = await StaffVisitor.Marketing(Site);
        var id = await Site.Db(db => db.Enrollments.Select(e => e.Id).SingleAsync());

        Assert.Equal(403, (await marketing.Open($"/admin/enrollments/{id}{rest}")).Status);
    }

    private async Task<(StaffVisitor Admin, Page Page)> StudentPage()
    {
        var admin = await StaffVisitor.Admin(Site);
        var id = await Site.Db(db => db.Enrollments.Where(e => e.EmailKey == Journey.Email).Select(e => e.Id).SingleAsync());
        return (admin, await admin.Open($"/admin/enrollments/{id}"));
    }
}
