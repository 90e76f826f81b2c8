using Microsoft.EntityFrameworkCore;
using Sweet.Domain;
using Sweet.Domain.Courses;
using Sweet.Domain.Enrollments;
using Sweet.Web.Tests.Support;

namespace Sweet.Web.Tests.Stories.Office;

/// <summary>Who is in a cohort: found, filtered, sorted, chosen, and taken along as a file or on paper.</summary>
public sealed class RosterTests : PaidStory
{
    [Fact]
    public async Task It_is_sorted_by_last_name_whatever_its_accents()
    {
        var (cohort, admin) = await Cohort("Zoë Zimmer", "Ana Émile", "Bao élan", "Mia Fox");

        var page = await admin.Open($"/admin/cohorts/{cohort.Id}/roster");

        Assert.Equal(["Bao élan", "Ana Émile", "Mia Fox", "Zoë Zimmer"], Names(page));
    }

    [Fact]
    public async Task It_is_searched_and_filtered_by_its_address()
    {
        var (cohort, admin) = await Cohort("Zoë Zimmer", "Ana Ortiz");
        await Given.ConfirmedEnrollment(cohort, "sure@clinic.example");
        var all = await admin.Open($"/admin/cohorts/{cohort.Id}/roster");

        var held = await all.Click("Held");
        var found = await admin.Open($"/admin/cohorts/{cohort.Id}/roster?who=zimmer+zoe");

        Assert.Contains("All 3", all.Text, StringComparison.Ordinal);
        Assert.Equal(["Ana Ortiz", "Zoë Zimmer"], Names(held));
        Assert.Contains("state=held", held.Address, StringComparison.Ordinal);
        Assert.Equal(["Zoë Zimmer"], Names(found));
        Assert.Contains("All 1", found.Text, StringComparison.Ordinal);
        Assert.Contains("No one of this roster fits", (await admin.Open($"/admin/cohorts/{cohort.Id}/roster?who=nobody")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Columns_are_kept_for_whoever_chose_them()
    {
        var (cohort, admin) = await Cohort("Ana Ortiz");
        var other = await StaffVisitor.Admin(Site, "riley@clinic.example");
        var page = await admin.Open($"/admin/cohorts/{cohort.Id}/roster?sort=newest");

        page = await page.Submit("Keep these columns", f => f.Untick("Paid").Untick("Since").Tick("Email"));

        Assert.Contains("sort=newest", page.Address, StringComparison.Ordinal);
        Assert.Equal(["Student", "State", "Profession", "Needs a person", "Email"], Heads(page));
        Assert.Equal(Heads(page), Heads(await admin.Open($"/admin/cohorts/{cohort.Id}/roster")));
        Assert.Contains("Paid", Heads(await other.Open($"/admin/cohorts/{cohort.Id}/roster")));
    }

    [Fact]
    public async Task Chosen_people_are_named_before_anything_is_done()
    {
        var (cohort, admin) = await Cohort("Zoë Zimmer", "Ana Ortiz", "Mia Fox");
        var ids = await Site.Db(db => db.Enrollments.Where(e => e.LastName != "Fox").Select(e => e.Id).ToListAsync());

        var chosen = await admin.Open($"/admin/cohorts/{cohort.Id}/roster/selection?pick={ids[0]}&pick={ids[1]}&pick=0&pick=x");
        var file = await chosen.Click("Export them as CSV");

        Assert.Equal("2 people are chosen", chosen.Heading);
        Assert.Equal(["Ana Ortiz", "Zoë Zimmer"], Names(chosen));
        Assert.Contains("Zimmer", file.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("Fox", file.Body, StringComparison.Ordinal);
        Assert.Equal("No one is chosen", (await admin.Open($"/admin/cohorts/{cohort.Id}/roster/selection")).Heading);
    }

    [Theory]
    [InlineData("=HYPERLINK(\"x\")")]
    [InlineData("+1")]
    [InlineData("-1+2")]
    [InlineData("@SUM(1)")]
    public async Task The_file_opens_right_and_holds_no_formula(string typed)
    {
        var (cohort, admin) = await Cohort($"Zoë {typed}");

        var file = await admin.Open($"/admin/cohorts/{cohort.Id}/roster.csv");

        Assert.StartsWith("\uFEFFEnrollment number,", file.Body.StartsWith('\uFEFF') ? file.Body : $"\uFEFF{file.Body}", StringComparison.Ordinal);
        Assert.Contains("Zoë", file.Body, StringComparison.Ordinal);
        Assert.Contains($"'{typed[0]}", file.Body, StringComparison.Ordinal);
        Assert.DoesNotContain($",{typed[0]}", file.Body, StringComparison.Ordinal);
        Assert.Equal("text/csv", file.ContentType);
        Assert.Contains("attachment", file.Headers["Content-Disposition"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_sheet_has_all_who_have_a_seat_and_a_place_to_sign()
    {
        var cohort = await Given.OpenCohort(seats: 60, taken: 55);
        var admin = await StaffVisitor.Admin(Site);

        var page = await admin.Open($"/admin/cohorts/{cohort.Id}/roster");
        var sheet = await page.Click("Print a sign-in sheet");

        Assert.Contains("1–50 of 55", page.Text, StringComparison.Ordinal);
        Assert.Equal(5, Names(await page.Click("Next")).Count);
        Assert.Equal(55, Names(sheet).Count);
        Assert.Contains("Signature", sheet.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_has_canceled_is_not_on_the_sheet()
    {
        var cohort = await Given.OpenCohort(taken: 2);
        await Site.Db(db => db.Enrollments.Take(1).ExecuteUpdateAsync(set => set.SetProperty(e => e.Status, EnrollmentStatus.Cancelled)));
        var admin = await StaffVisitor.Admin(Site);

        Assert.Single(Names(await admin.Open($"/admin/cohorts/{cohort.Id}/roster/sheet")));
        Assert.Single(Names(await admin.Open($"/admin/cohorts/{cohort.Id}/roster/sheet?state=cancelled")));
    }

    [Fact]
    public async Task Whoever_has_no_seat_anymore_stands_on_no_sheet_and_is_said_to_get_no_email()
    {
        var cohort = await Given.OpenCohort();
        var sure = await Given.ConfirmedEnrollment(cohort, "sure@clinic.example");
        var gone = await Given.Enrollment(cohort, "gone@clinic.example", change: (locked, enrollment) =>
        {
            enrollment.ProveAddress(isAnother: false, Actor.Worker("given"), Site.Now);
            locked.Confirm(enrollment, Actor.Worker("given"), Site.Now);
            locked.Cancel(enrollment, CancellationReason.Staff, Actor.Worker("given"), Site.Now);
        });
        var admin = await StaffVisitor.Admin(Site);

        var sheet = await admin.Open($"/admin/cohorts/{cohort.Id}/roster/sheet");
        var both = await admin.Open($"/admin/cohorts/{cohort.Id}/roster/selection?pick={sure.Id}&pick={gone.Id}");
        var alone = await admin.Open($"/admin/cohorts/{cohort.Id}/roster/selection?pick={gone.Id}");
        var message = await both.Click("Email them");

        Assert.Contains(sure.Number, sheet.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(gone.Number, sheet.Text, StringComparison.Ordinal);
        Assert.Contains("One of them has no seat anymore, and gets no email.", both.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Email them", alone.Text, StringComparison.Ordinal);
        Assert.Contains("One of those whom you chose has no seat in this cohort anymore", message.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_profession_that_no_one_has_told_is_not_called_another_one()
    {
        var cohort = await Given.OpenCohort();
        var admin = await StaffVisitor.Admin(Site);
        var lines = await (await admin.Open($"/admin/cohorts/{cohort.Id}/imports/new"))
            .Submit(f => f.Fill("Text", "Email,First name,Last name\nluis@clinic.example,Luis,Ortiz"));
        await lines.Submit("Enroll 1 student");

        var roster = await admin.Open($"/admin/cohorts/{cohort.Id}/roster");
        var pages = new[] { roster, await admin.Open($"/admin/cohorts/{cohort.Id}/roster/sheet"), await admin.Open("/admin/search?q=luis") };
        var file = await admin.Open($"/admin/cohorts/{cohort.Id}/roster.csv");

        Assert.All(pages, page => Assert.Contains("not told yet", page.Text, StringComparison.Ordinal));
        Assert.All([.. pages, file], page => Assert.DoesNotContain("Other", page.Document.QuerySelector("main")?.TextContent ?? page.Body, StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_empty_roster_says_so_and_an_unknown_one_is_not_found()
    {
        var (cohort, admin) = await Cohort();

        Assert.Contains("No one has registered", (await admin.Open($"/admin/cohorts/{cohort.Id}/roster")).Text, StringComparison.Ordinal);
        Assert.Equal(404, (await admin.Open("/admin/cohorts/0/roster")).Status);
        Assert.Equal(404, (await admin.Open("/admin/cohorts/0/roster.csv")).Status);
        Assert.Equal(404, (await admin.Open("/admin/cohorts/0/roster/sheet")).Status);
        Assert.Equal(404, (await admin.Open("/admin/cohorts/0/roster/selection?pick=1")).Status);
    }

    [Theory]
    [InlineData("")]
    [InlineData(".csv")]
    [InlineData("/sheet")]
    [InlineData("/selection?pick=1")]
    public async Task Marketing_does_not_reach_it(string rest)
    {
        var cohort = await Given.OpenCohort();
        var marketing = await StaffVisitor.Marketing(Site);

        Assert.Equal(403, (await marketing.Open($"/admin/cohorts/{cohort.Id}/roster{rest}")).Status);
    }

    [Theory]
    [InlineData("?page=99999")]
    [InlineData("?page=-1&state=7&sort=price")]
    [InlineData("?state=Confirmed&who=%25&pick=99999999999")]
    public async Task No_address_breaks_it(string query)
    {
        var (cohort, admin) = await Cohort("Ana Ortiz");

        Assert.Equal(200, (await admin.Open($"/admin/cohorts/{cohort.Id}/roster{query}")).Status);
    }

    [Fact]
    public async Task It_asks_the_database_eight_times_at_most()
    {
        var (cohort, admin) = await Cohort("Ana Ortiz", "Zoë Zimmer");
        await admin.Open($"/admin/cohorts/{cohort.Id}/roster");
        Site.Statements.Take();

        await admin.Open($"/admin/cohorts/{cohort.Id}/roster");

        Assert.InRange(Site.Statements.Take().Count, 1, 8);
    }

    private static IReadOnlyList<string> Names(Page page) =>
        [.. page.Document.QuerySelectorAll("tbody th").Select(th => string.Join(' ', (th.QuerySelector("a")?.TextContent ?? th.FirstChild!.TextContent).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)))];

    private static IReadOnlyList<string> Heads(Page page) => [.. page.Document.QuerySelectorAll("thead th").Skip(1).Select(th => th.TextContent.Trim())];

    private async Task<(Cohort Cohort, StaffVisitor Admin)> Cohort(params string[] names)
    {
        var cohort = await Given.OpenCohort();
        foreach (var name in names)
            await Site.NewVisitor().Register(cohort, change: f => f.Fill("First name", name.Split(' ', 2)[0]).Fill("Last name", name.Split(' ', 2)[1]));
        return (cohort, await StaffVisitor.Admin(Site));
    }
}
