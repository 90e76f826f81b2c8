using Microsoft.EntityFrameworkCore;
using Sweet.Domain.Courses;
using Sweet.Domain.Enrollments;
using Sweet.Domain.Tests;
using Sweet.Web.Tests.Support;
using Sweet.Web.Workers.Cohorts;

namespace Sweet.Web.Tests.Stories.Writing;

/// <summary>Staff email a cohort: shown first, named before it leaves, one email for each, and what became of it.</summary>
public sealed class CohortMessageTests : Story
{
    private const string Ana = "ana@clinic.example";
    private const string Ben = "ben@clinic.example";
    private const string Held = "held@clinic.example";

    private static readonly Action<PageForm> Written = f => f
        .Fill("Subject", "One conversation to bring").Fill("Text", "Dear {{first name}},\n\nbring **one** thing:\n\n- a [pen](/courses)\n\n{{join link}}");

    [Fact]
    public async Task Those_who_are_confirmed_get_an_email_each_and_its_page_says_what_became_of_it()
    {
        var (cohort, admin) = await Cohort();

        var named = await (await Open(admin, cohort)).Submit(Written);
        var sent = await named.Submit("Send to 2 people");
        var before = sent.Text;
        await Site.Tick<CohortMessagesWork>();
        var mail = Assert.Single(await Site.MailsTo(Ana));
        var after = await sent.Reload();

        Assert.Equal("Send to 2 people?", named.Heading);
        Assert.Equal(2, named.Document.QuerySelectorAll(".happens li").Length);
        Assert.Contains("2 still wait for their turn", before, StringComparison.Ordinal);
        Assert.Contains("Dear Ana,", mail.Text, StringComparison.Ordinal);
        Assert.Contains("• a pen (https://sweet.test/courses)", mail.Text, StringComparison.Ordinal);
        Assert.Contains("<b>one</b>", mail.Html, StringComparison.Ordinal);
        Assert.Equal(await LinkOf(Ana), mail.Link());
        Assert.Single(await Site.MailsTo(Ben));
        Assert.Empty(await Site.MailsTo(Held));
        Assert.DoesNotContain("Waits for its turn", after.Text, StringComparison.Ordinal);
        Assert.Contains("Email ", after.Text, StringComparison.Ordinal);
        Assert.Equal("One conversation to bring", await Site.Db(db => db.History.Where(h => h.CohortId == cohort.Id && h.Subject == "Message").Select(h => h.To).SingleAsync()));
    }

    [Fact]
    public async Task The_preview_is_the_letter_and_sends_nothing()
    {
        var (cohort, admin) = await Cohort();

        var shown = await (await Open(admin, cohort)).Submit("Show the preview", Written);

        var letter = shown.Document.QuerySelector(".letter")!.TextContent;
        Assert.Contains("Dear Ana,", letter, StringComparison.Ordinal);
        Assert.Contains("• a pen (https://sweet.test/courses)", letter, StringComparison.Ordinal);
        Assert.DoesNotContain((await LinkOf(Ana)).Split('/')[^1], shown.Body, StringComparison.Ordinal);
        Assert.Equal("One conversation to bring", shown.MainForm["Subject"]);
        Assert.Empty(await Site.Db(db => db.CohortMessages.ToListAsync()));
    }

    [Fact]
    public async Task The_preview_says_to_each_what_the_email_says_and_how_many_are_called_student()
    {
        var cohort = await Given.OpenCohort();
        await Given.Enrollment(cohort, Held);
        await Given.ConfirmedEnrollment(cohort, Ana);
        var first = await Site.Db(db => db.Enrollments.OrderBy(e => e.LastName).ThenBy(e => e.FirstName).ThenBy(e => e.Id).Select(e => e.Email).FirstAsync());
        var form = await Open(await StaffVisitor.Admin(Site), cohort);
        Action<PageForm> toAll = f =>
        {
            Written(f);
            f.Fill("Audience", "All");
        };

        var shown = await form.Submit("Show the preview", toAll);
        var named = await form.Submit(toAll);
        await named.Submit("Send to 2 people");
        await Site.Tick<CohortMessagesWork>();
        var mail = Assert.Single(await Site.MailsTo(first), m => m.Subject.Contains("One conversation", StringComparison.Ordinal));

        Assert.Equal(Held, first);
        Assert.Contains("Dear student,", mail.Text, StringComparison.Ordinal);
        Assert.All([shown, named], page =>
        {
            var letter = page.Document.QuerySelector(".letter")!.TextContent;
            Assert.Contains("Dear student,", letter, StringComparison.Ordinal);
            Assert.Contains($"<{mail.From.Email}>", letter, StringComparison.Ordinal);
            Assert.Contains("It says “student” instead of a first name to one person", page.Text, StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task A_test_goes_to_who_writes_it_alone_and_once()
    {
        var (cohort, admin) = await Cohort();
        var form = await Open(admin, cohort);

        var shown = await form.Submit($"Send a test to {admin.Email}", Written);
        await form.Submit($"Send a test to {admin.Email}", Written);

        Assert.Contains($"A test is on its way to {admin.Email}", shown.Text, StringComparison.Ordinal);
        Assert.Contains("Dear Sample,", Assert.Single(await Site.MailsTo(admin.Email), m => m.Subject.Contains("Test: ", StringComparison.Ordinal)).Text, StringComparison.Ordinal);
        Assert.Empty(await Site.MailsTo(Ana));
    }

    [Fact]
    public async Task Pressed_twice_it_is_sent_once()
    {
        var (cohort, admin) = await Cohort();
        var named = await (await Open(admin, cohort)).Submit(Written);

        var both = await Task.WhenAll(named.Submit("Send to 2 people"), named.Submit("Send to 2 people"));
        await Site.Tick<CohortMessagesWork>();
        await Site.Tick<CohortMessagesWork>();

        Assert.Equal(both[0].Address, both[1].Address);
        Assert.Single(await Site.Db(db => db.CohortMessages.ToListAsync()));
        Assert.Single(await Site.MailsTo(Ana));
    }

    [Fact]
    public async Task Whoever_comes_between_names_and_button_is_named_first()
    {
        var (cohort, admin) = await Cohort();
        var named = await (await Open(admin, cohort)).Submit(Written);
        await Given.ConfirmedEnrollment(cohort, "late@clinic.example");

        var again = await named.Submit("Send to 2 people");
        var sent = await again.Submit("Send to 3 people");

        Assert.Equal(422, again.Status);
        Assert.Contains("Someone has come or gone", again.Alert, StringComparison.Ordinal);
        Assert.Equal(200, sent.Status);
        Assert.Equal(3, await Site.Db(db => db.CohortRecipients.CountAsync()));
    }

    [Theory]
    [InlineData("All", 3)]
    [InlineData("Unpaid", 1)]
    public async Task Others_are_reached_by_the_state_of_their_seat(string audience, int people)
    {
        var (cohort, admin) = await Cohort();

        var named = await (await Open(admin, cohort)).Submit(f =>
        {
            Written(f);
            f.Fill("Audience", audience);
        });

        Assert.Equal(people == 1 ? "Send to 1 person?" : $"Send to {people} people?", named.Heading);
    }

    [Fact]
    public async Task Chosen_people_come_along_from_the_roster()
    {
        var (cohort, admin) = await Cohort();
        var chosen = await Site.Db(db => db.Enrollments.Where(e => e.Email == Ben).Select(e => e.Id).SingleAsync());
        var elsewhere = await Given.ConfirmedEnrollment(await Given.OpenCohort(), "else@clinic.example");

        var form = await admin.Open($"/admin/cohorts/{cohort.Id}/messages/new?pick={chosen}&pick={elsewhere.Id}");
        await (await form.Submit(Written)).Submit("Send to 1 person");
        await Site.Tick<CohortMessagesWork>();

        Assert.Single(await Site.MailsTo(Ben));
        Assert.Empty(await Site.MailsTo(Ana));
        Assert.Empty(await Site.MailsTo("else@clinic.example"));
    }

    [Fact]
    public async Task Whoever_gives_the_seat_back_meanwhile_gets_none_and_what_stopped_goes_on()
    {
        var (cohort, admin) = await Cohort();
        var sent = await (await (await Open(admin, cohort)).Submit(Written)).Submit("Send to 2 people");
        await Site.Db(async db =>
        {
            var enrollment = await db.Enrollments.Include(e => e.Cohort).SingleAsync(e => e.Email == Ana);
            enrollment.Cohort.Cancel(enrollment, CancellationReason.Staff, Some.Staff, Site.Now);
            await db.SaveChangesAsync();
        });

        await Site.Tick<CohortMessagesWork>();
        await Site.Tick<CohortMessagesWork>();

        Assert.Empty(await Site.MailsTo(Ana));
        Assert.Single(await Site.MailsTo(Ben));
        Assert.Contains("No email: the seat was given back", (await sent.Reload()).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Subject", "", "Enter a subject")]
    [InlineData("Text", "", "Enter the text")]
    [InlineData("Text", "Dear {{name}}", "“{{name}}” is not filled in")]
    [InlineData("Audience", "Chosen", "Select at least one person")]
    public async Task What_is_not_right_is_said_and_kept(string field, string value, string problem)
    {
        var (cohort, admin) = await Cohort();

        var again = await (await Open(admin, cohort)).Submit(f =>
        {
            Written(f);
            f.Fill(field, value);
        });

        Assert.Equal(422, again.Status);
        Assert.Contains(problem, again.ProblemOf(field), StringComparison.Ordinal);
        Assert.Contains(field == "Text" ? "One conversation" : "Dear {{first name}}", again.MainForm[field == "Text" ? "Subject" : "Text"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task To_a_cohort_without_people_nothing_is_sent()
    {
        var cohort = await Given.OpenCohort();

        var again = await (await Open(await StaffVisitor.Admin(Site), cohort)).Submit(Written);

        Assert.Equal(422, again.Status);
        Assert.Contains("No one would get it", again.Alert, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("/new")]
    public async Task Marketing_cannot_reach_them_and_no_cohort_is_not_found(string page)
    {
        var cohort = await Given.OpenCohort();
        var (marketing, admin) = (await StaffVisitor.Marketing(Site), await StaffVisitor.Admin(Site));

        Assert.Equal(403, (await marketing.Open($"/admin/cohorts/{cohort.Id}/messages{page}")).Status);
        Assert.Equal(404, (await admin.Open($"/admin/cohorts/99/messages{page}")).Status);
        Assert.Equal(404, (await admin.Open($"/admin/cohorts/{cohort.Id}/messages/99")).Status);
    }

    private static Task<Page> Open(StaffVisitor admin, Cohort cohort) => admin.Open($"/admin/cohorts/{cohort.Id}/messages/new");

    private async Task<(Cohort Cohort, StaffVisitor Admin)> Cohort()
    {
        var cohort = await Given.OpenCohort();
        await Given.ConfirmedEnrollment(cohort, Ana);
        await Given.ConfirmedEnrollment(cohort, Ben);
        await Given.Enrollment(cohort, Held);
        return (cohort, await StaffVisitor.Admin(Site));
    }

    private Task<string> LinkOf(string email) => Site.Db(async db =>
        "https://sweet.test/enrollments/" + (await db.Enrollments.SingleAsync(e => e.Email == email)).TokenForMail());
}
