using Microsoft.EntityFrameworkCore;
using Sweet.Domain.Courses;
using Sweet.Domain.Tests;
using Sweet.Sandbox.SendGrid;
using Sweet.Web.Tests.Support;
using Sweet.Web.Workers;

namespace Sweet.Web.Tests.Stories.Messages;

/// <summary>"Tell me about the next one", kept.</summary>
public sealed class CohortNewsTests : Story
{
    [Fact]
    public async Task Whoever_asked_and_confirmed_is_told_once_and_forgotten()
    {
        await Given.Course();
        var link = await Asked(Journey.Email);
        Site.Pass(TimeSpan.FromDays(1));
        var cohort = await Opened();

        await Site.Tick<AnnouncementsWork>();
        await Site.Tick<AnnouncementsWork>();

        var mail = Assert.Single(await News(Journey.Email));
        Assert.Contains("/courses/interpersonal-psychotherapy", mail.Text, StringComparison.Ordinal);
        Assert.Contains("deleted your address", mail.Text, StringComparison.Ordinal);
        Assert.Empty(await Site.Db(db => db.CourseInterests.ToListAsync()));
        var forgotten = await Visitor.Open(link);
        Assert.Equal((410, "We no longer have your address"), (forgotten.Status, forgotten.Heading));
        Assert.NotNull(cohort);
    }

    [Fact]
    public async Task Both_mails_of_the_list_can_be_stopped_by_one_click_of_the_mail_program()
    {
        await Given.Course();
        await Asked(Journey.Email);
        var asked = Assert.Single(await Site.MailsTo(Journey.Email));
        Site.Pass(TimeSpan.FromDays(1));
        await Opened();
        await Site.Tick<AnnouncementsWork>();

        var news = Assert.Single(await News(Journey.Email));

        Assert.All([asked, news], mail => Assert.Equal("List-Unsubscribe=One-Click", mail.Headers["List-Unsubscribe-Post"]));
        Assert.All([asked, news], mail => Assert.Matches("^<https://sweet.test/interests/[a-z0-9]+/removal>$", mail.Headers["List-Unsubscribe"]));
        Assert.Equal(200, (await OneClick(news)).Status);
    }

    [Fact]
    public async Task One_click_forgets_the_address_without_cookie_or_page_and_as_often_as_it_is_pressed()
    {
        await Given.Course();
        var link = await Asked(Journey.Email);
        var mail = Assert.Single(await Site.MailsTo(Journey.Email));
        Assert.Equal("/interests" + link.Split("/interests")[1], (await Site.NewVisitor().Open(AddressOf(mail))).Address);
        Assert.Single(await Site.Db(db => db.CourseInterests.ToListAsync()));

        var pages = new[] { await OneClick(mail), await OneClick(mail) };

        Assert.All(pages, page => Assert.Equal([200], page.Statuses));
        Assert.Empty(await Site.Db(db => db.CourseInterests.ToListAsync()));
    }

    [Fact]
    public async Task Another_site_s_form_forgets_nobody()
    {
        await Given.Course();
        await Asked(Journey.Email);
        var mail = Assert.Single(await Site.MailsTo(Journey.Email));

        var page = await Site.NewVisitor().Post(AddressOf(mail), [new("List-Unsubscribe", "Yes")]);

        Assert.Equal(400, page.Status);
        Assert.Single(await Site.Db(db => db.CourseInterests.ToListAsync()));
    }

    [Fact]
    public async Task Whoever_did_not_confirm_is_never_written_to()
    {
        await Given.Course();
        await Ask(Journey.Email);
        Site.Pass(TimeSpan.FromDays(1));
        await Opened();

        await Site.Tick<AnnouncementsWork>();

        Assert.Empty(await News(Journey.Email));
    }

    [Fact]
    public async Task One_that_was_open_when_they_asked_is_not_the_next()
    {
        await Given.OpenCohort();
        await Asked(Journey.Email);

        await Site.Tick<AnnouncementsWork>();

        Assert.Empty(await News(Journey.Email));
        Assert.Single(await Site.Db(db => db.CourseInterests.ToListAsync()));
    }

    [Fact]
    public async Task A_cohort_is_told_of_when_its_registration_begins_and_not_before()
    {
        await Given.Course();
        await Asked(Journey.Email);
        await Opened(c => c.SetRegistration(Site.Now.AddDays(3), c.FirstClassAtUtc, Site.Now));

        await Site.Tick<AnnouncementsWork>();
        Assert.Empty(await News(Journey.Email));
        Site.Pass(TimeSpan.FromDays(3));
        await Site.Tick<AnnouncementsWork>();

        Assert.Single(await News(Journey.Email));
    }

    [Fact]
    public async Task Two_instances_at_once_tell_it_once()
    {
        await Given.Course();
        await Asked(Journey.Email);
        Site.Pass(TimeSpan.FromDays(1));
        await Opened();

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => Site.Tick<AnnouncementsWork>())));

        Assert.Single(await News(Journey.Email));
    }

    private Task<Cohort> Opened(Action<Cohort>? change = null) => Given.OpenCohort(change: cohort =>
    {
        cohort.Close(Some.Staff, Site.Now);
        cohort.Open(Some.Staff, Site.Now);
        change?.Invoke(cohort);
    });

    private async Task Ask(string email) =>
        await (await Visitor.Open("/courses/interpersonal-psychotherapy/interests/new")).Submit(form => form.Fill("Email", email).Tick("Consent"));

    private async Task<string> Asked(string email)
    {
        await Ask(email);
        await Site.Tick<LinkRequestsWork>();
        var token = await Site.Db(db => db.CourseInterests.Select(i => i.Token).SingleAsync());
        await (await Visitor.Open($"/interests/{token}")).Submit("Yes, tell me");
        return $"/interests/{token}";
    }

    private async Task<List<SentMail>> News(string email) =>
        [.. (await Site.MailsTo(email)).Where(mail => mail.Subject.Contains("Registration is open", StringComparison.Ordinal))];

    private static string AddressOf(SentMail mail) => mail.Headers["List-Unsubscribe"].Trim('<', '>');

    private Task<Page> OneClick(SentMail mail) =>
        Site.NewVisitor().Post(AddressOf(mail), [new("List-Unsubscribe", "One-Click")]);
}
