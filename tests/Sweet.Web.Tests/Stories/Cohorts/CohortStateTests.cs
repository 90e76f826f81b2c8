using Microsoft.EntityFrameworkCore;
using Sweet.Domain.Courses;
using Sweet.Domain.Tests;
using Sweet.Web.Tests.Support;

namespace Sweet.Web.Tests.Stories.Cohorts;

/// <summary>Opening, closing, opening again and completing.</summary>
public sealed class CohortStateTests : Story
{
    [Fact]
    public async Task A_cohort_says_what_is_missing_instead_of_opening()
    {
        var cohort = await Given.DraftCohort();
        var admin = await StaffVisitor.Admin(Site);

        var page = await admin.Open($"/admin/cohorts/{cohort.Id}");
        var refused = await Post(admin, $"/admin/cohorts/{cohort.Id}/opening");

        Assert.Contains("Before it can open: a join link for every class", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Open registration", page.Buttons);
        Assert.Equal(422, refused.Status);
        Assert.Contains("Still missing: a join link for every class.", refused.Alert, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_is_opened_closed_and_opened_again_and_visitors_see_each()
    {
        var cohort = await Given.DraftCohort(change: c =>
        {
            foreach (var meeting in c.Meetings) c.SetJoinUrl(meeting, "https://zoom.example/j/1", Some.Now);
        });
        var admin = await StaffVisitor.Admin(Site);
        await Visitor.Open("/courses/interpersonal-psychotherapy");

        var open = await (await admin.Open($"/admin/cohorts/{cohort.Id}")).Submit("Open registration");
        var shown = (await Visitor.Open("/courses/interpersonal-psychotherapy")).Text;
        var closed = await open.Submit("Close registration");
        var again = await closed.Submit("Open registration again");

        Assert.Contains("Open: 30 of 30 seats left", shown, StringComparison.Ordinal);
        Assert.Contains("Registration closed", closed.Text, StringComparison.Ordinal);
        Assert.Contains("Registration opened again", again.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pressed_twice_it_is_done_once()
    {
        var cohort = await Given.OpenCohort();
        var admin = await StaffVisitor.Admin(Site);
        var page = await admin.Open($"/admin/cohorts/{cohort.Id}");

        await page.Submit("Close registration");
        var second = await page.Submit("Close registration");

        Assert.Equal(200, second.Status);
        Assert.Equal(1, await Site.Db(db => db.History.CountAsync(h => h.CohortId == cohort.Id && h.To == "Closed")));
    }

    [Fact]
    public async Task It_is_completed_after_its_last_class_and_not_before()
    {
        var cohort = await Given.OpenCohort();
        var admin = await StaffVisitor.Admin(Site);
        var early = await Post(admin, $"/admin/cohorts/{cohort.Id}/completion");

        Site.Pass(TimeSpan.FromDays(100));
        await admin.SignIn();
        var over = await admin.Open($"/admin/cohorts/{cohort.Id}");
        var asked = await over.Click("Complete the cohort");
        var done = await asked.Submit("Complete the cohort");

        Assert.Equal(422, early.Status);
        Assert.Contains("once its last class has ended", early.Alert, StringComparison.Ordinal);
        Assert.Equal(CohortStatus.Completed, await Site.Db(db => db.Cohorts.Select(c => c.Status).SingleAsync()));
        Assert.DoesNotContain("Cancel the cohort", done.Links);
        Assert.Contains("Its classes are over.", over.Text, StringComparison.Ordinal);
        Assert.Contains("This cannot be undone", asked.Text, StringComparison.Ordinal);
        Assert.Contains("Completed", done.Text, StringComparison.Ordinal);
        Assert.Contains("It is completed.", done.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("opening")]
    [InlineData("closing")]
    [InlineData("completion")]
    [InlineData("cancellation")]
    public async Task Marketing_changes_no_state(string act)
    {
        var cohort = await Given.OpenCohort();
        var marketing = await StaffVisitor.Marketing(Site);

        var page = await Post(marketing, $"/admin/cohorts/{cohort.Id}/{act}");

        Assert.Equal(403, page.Status);
        Assert.Equal(CohortStatus.Open, await Site.Db(db => db.Cohorts.Select(c => c.Status).SingleAsync()));
    }

    // As no page of the site does: it has no button for it.
    private static async Task<Page> Post(StaffVisitor staff, string address)
    {
        var token = (await staff.Open("/staff/sign-out")).MainForm["__RequestVerificationToken"];
        return await staff.Browser.Post(address, [new("__RequestVerificationToken", token)]);
    }
}
