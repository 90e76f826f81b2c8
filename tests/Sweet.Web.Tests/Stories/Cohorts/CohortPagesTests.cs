using Microsoft.EntityFrameworkCore;
using Sweet.Domain;
using Sweet.Domain.Cases;
using Sweet.Domain.Tests;
using Sweet.Web.Tests.Support;

namespace Sweet.Web.Tests.Stories.Cohorts;

/// <summary>The list of all cohorts, and the page of one.</summary>
public sealed class CohortPagesTests : Story
{
    [Fact]
    public async Task The_list_is_filtered_by_its_address()
    {
        await Given.OpenCohort();
        await Given.DraftCohort(reference: "ipt-draft");
        var admin = await StaffVisitor.Admin(Site);

        var all = await admin.Open("/admin/cohorts");
        var drafts = await all.Click("Draft 1");

        Assert.Contains("All 2", all.Links);
        Assert.Contains("To come 1", all.Links);
        Assert.Equal("/admin/cohorts?show=draft", drafts.Address);
        Assert.Equal(1, drafts.Document.QuerySelectorAll("tbody tr").Length);
        Assert.Contains("No cohort is like this", (await all.Click("Canceled 0")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cohort_shows_its_seats_by_one_equation()
    {
        var cohort = await Given.OpenCohort(seats: 5, taken: 1);
        await Given.ConfirmedEnrollment(cohort);
        var admin = await StaffVisitor.Admin(Site);

        var list = await admin.Open("/admin/cohorts");
        var page = await list.Click("IPT, January 12, 2027");

        Assert.Contains("1 + 0 + 1 + 0 + 3 = 5", list.Text, StringComparison.Ordinal);
        Assert.Equal("IPT, January 12, 2027", page.Heading);
        Assert.Contains("1 confirmed 0 processing 1 held 0 offered 3 free = 5 seats", page.Text, StringComparison.Ordinal);
        Assert.Contains("six Tuesdays, 7:00–9:00 pm EST. The first class is in 50 days.", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cohort_says_who_changed_it()
    {
        var cohort = await Given.OpenCohort(change: c => c.SetEarlyPrice(new Money(49_700, "USD"), Some.Now.AddDays(7), Some.Now));
        var admin = await StaffVisitor.Admin(Site);

        var page = await admin.Open($"/admin/cohorts/{cohort.Id}");

        Assert.Contains("Registration opened", page.Text, StringComparison.Ordinal);
        Assert.Contains("$497.00 until Monday, November 30, 2026, 10:00 am EST, then $597.00", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cohort_shows_its_open_cases_who_registered_and_its_own_changes()
    {
        var cohort = await Given.OpenCohort();
        var enrollment = await Given.Enrollment(cohort);
        await Site.Db(async db =>
        {
            var order = await db.Orders.SingleAsync(o => o.EnrollmentId == enrollment.Id);
            db.OpenCases.Add(new OpenCase(OpenCaseKind.MessageFailed, "12", order, Site.Now));
            return await db.SaveChangesAsync();
        });
        var admin = await StaffVisitor.Admin(Site);

        var page = await admin.Open($"/admin/cohorts/{cohort.Id}");

        Assert.Equal("Email this cohort", page.Document.QuerySelector(".object .button")!.TextContent);
        Assert.Equal(3, page.Document.QuerySelectorAll(".object .acts a").Length);
        Assert.Contains("did not reach", page.Document.QuerySelector("[aria-labelledby=now]")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("registered; now held", page.Text, StringComparison.Ordinal);
        Assert.Equal(200, (await page.Click("See to the email")).Status);
        Assert.Contains("One cohort", (await page.Click("All changes by staff")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Marketing_reaches_no_cohort()
    {
        var cohort = await Given.OpenCohort();
        var marketing = await StaffVisitor.Marketing(Site);

        Assert.Equal(403, (await marketing.Open("/admin/cohorts")).Status);
        Assert.Equal(403, (await marketing.Open($"/admin/cohorts/{cohort.Id}")).Status);
    }

    [Fact]
    public async Task A_cohort_that_is_not_there_is_not_found()
    {
        var admin = await StaffVisitor.Admin(Site);

        Assert.Equal(404, (await admin.Open("/admin/cohorts/7")).Status);
    }
}
