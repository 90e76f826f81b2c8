using Microsoft.EntityFrameworkCore;
using Sweet.Domain.Courses;
using Sweet.Web.Tests.Support;

namespace Sweet.Web.Tests.Stories.Cohorts;

/// <summary>A date that nobody means: a browser makes the year 27 of "05/04/27". It is refused where it is typed, and harms no page.</summary>
public sealed class TypedDatesTests : PaidStory
{
    private static readonly string[] PublicPages =
    [
        "/", "/courses", "/courses/interpersonal-psychotherapy", "/courses/feed.atom", "/courses/feed.json", "/courses/feed.ics", "/sitemap.xml",
        "/cohorts/ipt-2027-01-12/enrollments/new",
    ];

    private static readonly string[] StaffPages =
    [
        "/staff", "/admin/cohorts", "/admin/cohorts/1", "/admin/cohorts/1/edit", "/admin/cohorts/1/copies", "/admin/cohorts/1/closing",
        "/admin/cohorts/1/roster", "/admin/cohorts/1/cancellation",
    ];

    [Theory]
    [InlineData("Meetings[0].Date", "0027-05-04")]
    [InlineData("Meetings[5].Date", "9999-12-31")]
    [InlineData("DecideOn", "0001-01-01")]
    [InlineData("EarlyUntil", "0027-05-04T18:00")]
    [InlineData("Opens", "0001-01-01T00:00")]
    [InlineData("Closes", "9999-12-31T23:00")]
    public async Task A_year_that_nobody_means_is_refused_beside_its_field(string field, string typed)
    {
        var cohort = await Given.OpenCohort(reference: "ipt-2027-01-12");
        var admin = await StaffVisitor.Admin(Site);

        var refused = await (await admin.Open($"/admin/cohorts/{cohort.Id}/edit")).Submit("Save", f => f
            .Fill("Minimum", "8").Fill("EarlyPrice", "497").Fill("EarlyUntil", "2027-01-02T18:00").Fill(field, typed));

        Assert.Equal((422, typed), (refused.Status, refused.MainForm[field]));
        Assert.Contains("202", Assert.Single(refused.Problems), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("0001-01-01")]
    [InlineData("0027-05-04")]
    [InlineData("9999-12-31")]
    public async Task No_classes_are_laid_out_in_such_a_year(string typed)
    {
        await Given.Course();
        var admin = await StaffVisitor.Admin(Site);

        var refused = await (await admin.Open("/admin/cohorts/new")).Submit("Lay out the classes", f => f
            .Fill("FirstDate", typed).Fill("From", "18:00").Fill("Minutes", "120").Fill("Count", "6"));

        Assert.Equal((422, "Enter the first date, like 2027-03-02"), (refused.Status, refused.ProblemOf("FirstDate")));
    }

    [Theory]
    [InlineData("/admin/books?month=0001-01", 422)]
    [InlineData("/admin/books?month=9999-12", 422)]
    [InlineData("/admin/audit?since=0001-01-01&until=9999-12-31", 200)]
    public async Task An_address_that_names_such_a_date_is_answered(string address, int status)
    {
        var admin = await StaffVisitor.Admin(Site);

        Assert.Equal(status, (await admin.Open(address)).Status);
    }

    // By a class that is in the database, however it came there.
    [Theory]
    [InlineData(1)]
    [InlineData(27)]
    [InlineData(9998)]
    public async Task A_class_in_such_a_year_stops_no_page_and_can_be_mended(int year)
    {
        var cohort = await Given.OpenCohort(reference: "ipt-2027-01-12");
        await MoveFirstClass(cohort, year);
        var admin = await StaffVisitor.Admin(Site);

        foreach (var address in PublicPages) Assert.True((await Visitor.Open(address)).Status < 500, address);
        foreach (var address in StaffPages) Assert.True((await admin.Open(address)).Status < 500, address);

        var mended = await (await admin.Open("/admin/cohorts/1/edit")).Submit("Save", f => f.Fill("Meetings[0].Date", "2027-01-12"));

        Assert.Equal((200, "IPT, January 12, 2027"), (mended.Status, mended.Heading));
    }

    private Task<int> MoveFirstClass(Cohort cohort, int year) => Site.Db(async db =>
    {
        var local = new DateTime(year, 12, 31, 18, 0, 0, DateTimeKind.Unspecified);
        var utc = DateTime.SpecifyKind(local.AddHours(4), DateTimeKind.Utc);
        await db.Cohorts.Where(c => c.Id == cohort.Id).ExecuteUpdateAsync(set => set.SetProperty(c => c.FirstClassAtUtc, utc));
        return await db.Cohorts.Where(c => c.Id == cohort.Id).SelectMany(c => c.Meetings).Where(m => m.Number == 1).ExecuteUpdateAsync(set => set
            .SetProperty(m => m.StartsAtLocal, local).SetProperty(m => m.StartsAtUtc, utc).SetProperty(m => m.EndsAtUtc, utc.AddMinutes(90)));
    });
}
