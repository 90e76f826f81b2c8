using Microsoft.EntityFrameworkCore;
using Sweet.Web.Tests.Support;

namespace Sweet.Web.Tests.Stories.Cohorts;

/// <summary>A cohort over a change of daylight saving, and dates that contradict each other.</summary>
public sealed class ClocksChangeTests : Story
{
    [Theory]
    [InlineData("2027-03-14", "01:00", "02:30", "Class 6: there is no 2:30 am on that day, because the clocks go forward. Choose another time")]
    [InlineData("2027-11-07", "00:30", "01:30", "Class 6: 1:30 am comes twice that night, because the clocks go back. Choose which one")]
    [InlineData("2027-05-04", "20:00", "18:00", "Class 6 would last more than 12 hours. Check when it begins and ends")]
    [InlineData("2027-05-04", "20:00", "20:00", "Class 6 ends when it begins")]
    public async Task An_end_that_no_clock_shows_or_that_it_shows_twice_is_not_saved(string date, string from, string to, string problem)
    {
        var (_, edit) = await Edit();

        var refused = await edit.Submit("Save", f => Last(f, date, from, to));

        Assert.Equal((422, problem), (refused.Status, Assert.Single(refused.Problems)));
    }

    [Theory]
    [InlineData("2027-03-14", "01:00", "03:30", null, null, 90)]
    [InlineData("2027-11-07", "00:30", "03:00", null, null, 210)]
    [InlineData("2027-11-07", "01:30", "03:00", "the first", null, 150)]
    [InlineData("2027-11-07", "01:30", "03:00", "the second", null, 90)]
    [InlineData("2027-11-07", "00:30", "01:30", null, "the first", 60)]
    [InlineData("2027-11-07", "00:30", "01:30", null, "the second", 120)]
    public async Task A_class_lasts_as_long_as_the_clock_says(string date, string from, string to, string? which, string? end, int minutes)
    {
        var (admin, edit) = await Edit();

        var asked = await edit.Submit("Save", f => Last(f, date, from, to));
        if ((which ?? end) is not null)
            await asked.Submit("Save", f => f.Choose(which is null ? "Meetings[5].WhichEnd" : "Meetings[5].Which", (which ?? end)!));
        var again = await admin.Open(edit.Address);

        var last = await Site.Db(db => db.Cohorts.SelectMany(c => c.Meetings).SingleAsync(m => m.Number == 6));
        Assert.Equal((minutes, TimeSpan.FromMinutes(minutes)), (last.Minutes, last.EndsAtUtc - last.StartsAtUtc));
        Assert.Equal((from, to), (again.MainForm["Meetings[5].From"], again.MainForm["Meetings[5].To"]));
        Assert.Equal(200, (await again.Submit("Save")).Status);
    }

    [Fact]
    public async Task An_end_of_the_early_price_in_an_hour_that_comes_twice_is_asked_about()
    {
        var (admin, edit) = await Edit();

        var asked = await edit.Submit("Save", f => f.Fill("EarlyPrice", "497").Fill("EarlyUntil", "2026-11-01T01:30"));
        var saved = await asked.Submit("Save", f => f.Choose("EarlyUntilWhich", "the first"));

        Assert.Equal((422, "This hour comes twice that night, because the clocks go back. Choose which one"), (asked.Status, asked.ProblemOf("EarlyUntilWhich")));
        Assert.Equal(200, saved.Status);
        Assert.Equal(new DateTime(2026, 11, 1, 5, 30, 0, DateTimeKind.Utc), await Site.Db(db => db.Cohorts.Select(c => c.EarlyPriceUntilUtc).SingleAsync()));
        Assert.Equal("first", (await admin.Open(edit.Address)).MainForm["EarlyUntilWhich"]);
    }

    [Theory]
    [InlineData("8", "2027-01-13", "DecideOn", "Decide on the day of the first class at the latest")]
    [InlineData("8", "2026-01-13", "DecideOn", "Enter a day from today on")]
    [InlineData("", "2027-01-05", "Minimum", "Enter the minimum to decide about, or clear the date")]
    public async Task A_day_to_decide_on_fits_the_rest(string minimum, string day, string field, string problem)
    {
        var (_, edit) = await Edit();

        var refused = await edit.Submit("Save", f => f.Fill("Minimum", minimum).Fill("DecideOn", day));

        Assert.Equal((422, problem), (refused.Status, refused.ProblemOf(field)));
    }

    [Fact]
    public async Task A_day_to_decide_on_that_has_passed_may_stay()
    {
        var (admin, edit) = await Edit();
        await edit.Submit("Save", f => f.Fill("Minimum", "8").Fill("DecideOn", "2027-01-05"));
        Site.Pass(TimeSpan.FromDays(60));
        await admin.SignIn();

        var saved = await (await admin.Open(edit.Address)).Submit("Save", f => f.Fill("Minimum", "9"));

        Assert.Contains("minimum 9", saved.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_students_will_read_counts_the_seats_that_are_taken()
    {
        var cohort = await Given.OpenCohort(seats: 60, taken: 5);
        var admin = await StaffVisitor.Admin(Site);

        var edit = await admin.Open($"/admin/cohorts/{cohort.Id}/edit");

        Assert.Equal("55 of 60 seats left", edit.Fact("Seats"));
    }

    private static PageForm Last(PageForm form, string date, string from, string to) => form
        .Fill("Closes", "2027-01-12T17:00").Fill("Meetings[5].Date", date).Fill("Meetings[5].From", from).Fill("Meetings[5].To", to);

    private async Task<(StaffVisitor Admin, Page Form)> Edit()
    {
        var cohort = await Given.OpenCohort();
        var admin = await StaffVisitor.Admin(Site);
        return (admin, await admin.Open($"/admin/cohorts/{cohort.Id}/edit"));
    }
}
