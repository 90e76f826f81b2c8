using Microsoft.EntityFrameworkCore;
using Sweet.Domain.Courses;
using Sweet.Domain.Messages;
using Sweet.Web.Tests.Support;
using Sweet.Web.Workers;

namespace Sweet.Web.Tests.Stories;

public sealed class CourseInterestTests : Story
{
    private const string Form = "/courses/interpersonal-psychotherapy/interests/new";

    [Fact]
    public async Task An_address_is_noted_with_consent_and_confirmed_by_the_mailed_link()
    {
        await Given.Course();

        var sent = await Ask("ana@clinic.example");
        var noted = await Interest();
        var asked = (await Messages()).Single();
        var link = await Visitor.Open($"/interests/{noted!.Token}");
        var confirmed = await link.Submit("Yes, tell me");

        Assert.Equal([303, 200], sent.Statuses);
        Assert.Null(noted.ConfirmedAtUtc);
        Assert.Equal("We’ll email you", confirmed.Heading);
        Assert.NotNull((await Interest())!.ConfirmedAtUtc);
        Assert.Equal("InterestAsked", asked.Kind);
    }

    [Fact]
    public async Task Opening_the_mailed_link_confirms_nothing()
    {
        await Given.Course();
        await Ask("ana@clinic.example");

        await Visitor.Open($"/interests/{(await Interest())!.Token}");

        Assert.Null((await Interest())!.ConfirmedAtUtc);
    }

    [Fact]
    public async Task Asking_twice_is_one_wish_one_mail_and_the_same_answer()
    {
        await Given.Course();

        var first = await Ask("ana@clinic.example");
        var second = await Ask(" ANA@Clinic.Example ");

        Assert.Equal(first.Text, second.Text);
        Assert.Single(await Messages());
        Assert.Equal(1, await Site.Db(db => db.CourseInterests.CountAsync()));
    }

    [Fact]
    public async Task The_database_is_asked_the_same_whether_or_not_the_address_is_known()
    {
        await Given.Course();
        await Ask("ana@clinic.example");
        await (await Visitor.Open($"/interests/{(await Interest())!.Token}")).Submit("Yes, tell me");
        await Ask("asked@clinic.example");
        await Messages();

        List<IReadOnlyList<string>> asked = [];
        foreach (var email in (string[])["ana@clinic.example", "asked@clinic.example", "nobody@clinic.example"])
        {
            var form = await Visitor.Open(Form);
            Site.Statements.Take();
            await form.Submit(filled => filled.Fill("Email", email).Tick("Consent"));
            asked.Add(Site.Statements.Take());
        }

        Assert.NotEmpty(asked[0]);
        Assert.Equal(asked[0], asked[1]);
        Assert.Equal(asked[0], asked[2]);
    }

    [Fact]
    public async Task An_email_that_was_written_late_has_its_whole_day_to_leave()
    {
        await Given.Course();
        await Ask("ana@clinic.example");
        Site.Pass(TimeSpan.FromHours(23));

        var asked = (await Messages()).Single();

        Assert.Equal(Site.Now, asked.QueuedAtUtc);
    }

    [Fact]
    public async Task Without_consent_nothing_is_noted_and_nothing_typed_is_lost()
    {
        await Given.Course();

        var page = await (await Visitor.Open(Form)).Submit(form => form.Fill("Email", "ana@clinic.example"));

        Assert.Equal(422, page.Status);
        Assert.StartsWith("Error: ", page.Title, StringComparison.Ordinal);
        Assert.Equal(["Check the box to let us keep your address for this"], page.Problems);
        Assert.Equal("ana@clinic.example", page.MainForm["Email"]);
        Assert.Null(await Interest());
    }

    [Fact]
    public async Task An_address_that_no_mail_reaches_is_refused_with_a_sentence()
    {
        await Given.Course();

        var page = await Ask("ana.clinic.example");

        Assert.Equal("Enter the address with an @, like name@example.com", page.ProblemOf("Email"));
    }

    [Fact]
    public async Task Whoever_changes_their_mind_is_forgotten()
    {
        await Given.Course();
        await Ask("ana@clinic.example");
        var link = await Visitor.Open($"/interests/{(await Interest())!.Token}");

        var page = await link.Submit("No, delete my address");

        Assert.Equal("Your address is deleted", page.Heading);
        Assert.Null(await Interest());
    }

    private async Task<Page> Ask(string email) =>
        await (await Visitor.Open(Form)).Submit(form => form.Fill("Email", email).Tick("Consent"));

    private async Task<CourseInterest?> Interest()
    {
        await Site.Tick<LinkRequestsWork>();
        return await Site.Db(db => db.CourseInterests.AsNoTracking().SingleOrDefaultAsync());
    }

    private async Task<List<Message>> Messages()
    {
        await Site.Tick<LinkRequestsWork>();
        return await Site.Db(db => db.Messages.AsNoTracking().ToListAsync());
    }
}
