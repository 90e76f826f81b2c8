using Microsoft.EntityFrameworkCore;
using Sweet.Domain.Courses;
using Sweet.Web.Tests.Support;

namespace Sweet.Web.Tests.Stories.Cohorts;

/// <summary>A new cohort: its classes laid out by one line, each changed by hand, and all of it saved as a draft.</summary>
public sealed class CohortFormTests : Story
{
    [Fact]
    public async Task A_cohort_is_laid_out_by_one_line_and_saved_as_a_draft()
    {
        await Given.Course();
        var admin = await StaffVisitor.Admin(Site);

        var form = await LaidOut(admin);
        var page = await form.Submit("Save as a draft", FillRest);

        Assert.Equal("IPT, March 2, 2027", page.Heading);
        Assert.Contains("six Tuesdays, 6:00–8:00 pm EST, then EDT from March 23", page.Text, StringComparison.Ordinal);
        Assert.Contains("$497.00 until Tuesday, February 2, 2027, 6:00 pm EST, then $597.00", page.Text, StringComparison.Ordinal);
        var cohort = await Saved();
        Assert.Equal(("ipt-2027-03-02", CohortStatus.Draft, 30, 8), (cohort.Reference, cohort.Status, cohort.Capacity, cohort.Minimum));
        Assert.Equal([2, 9, 23, 30, 6, 13], cohort.Meetings.OrderBy(m => m.Number).Select(m => m.StartsAtLocal.Day));
        Assert.All(cohort.Meetings, m => Assert.Equal("https://zoom.example/j/1", m.JoinUrl));
    }

    [Fact]
    public async Task What_students_will_read_stands_beside_the_form_in_the_words_of_the_course_page()
    {
        await Given.Course();
        var admin = await StaffVisitor.Admin(Site);

        var laidOut = await LaidOut(admin);
        var read = await laidOut.Submit("Show what students will read", f => { FillRest(f); f.Fill("Capacity", "1,200"); });
        var wrong = await read.Submit("Show what students will read", f => f.Fill("Capacity", "1,2"));

        Assert.Equal("Tue, March 2 to Tue, April 13, 2027 Six Tuesdays, 6:00–8:00 pm EST, then EDT from March 23 (New York)", laidOut.Fact("When"));
        Assert.Equal(("Not typed yet", "Not typed yet"), (laidOut.Fact("Price"), laidOut.Fact("Registration")));
        Assert.Equal("$497 until Tue, February 2, then $597", read.Fact("Price"));
        Assert.Equal(("1200 of 1200 seats left", 200), (read.Fact("Seats"), read.Status));
        Assert.Equal((422, "Enter a number from 1 to 10,000"), (wrong.Status, wrong.ProblemOf("Capacity")));
        Assert.Contains("Before it can open: Still missing", laidOut.Text, StringComparison.Ordinal);
        Assert.Equal(0, await Site.Db(db => db.Cohorts.CountAsync()));

        var saved = await read.Submit("Save as a draft");
        await saved.Submit("Open registration");
        var page = await Visitor.Open("/courses/interpersonal-psychotherapy");
        Assert.Contains(read.Fact("When"), page.Text, StringComparison.Ordinal);
        Assert.Equal(read.Fact("When"), (await admin.Open("/admin/cohorts/1/edit")).Fact("When"));
    }

    [Fact]
    public async Task The_same_form_sent_twice_makes_one_cohort()
    {
        await Given.Course();
        var admin = await StaffVisitor.Admin(Site);
        var form = await LaidOut(admin);

        var first = await form.Submit("Save as a draft", FillRest);
        var second = await form.Submit("Save as a draft", FillRest);

        Assert.Equal(first.Address, second.Address);
        Assert.Equal(1, await Site.Db(db => db.Cohorts.CountAsync()));
    }

    [Fact]
    public async Task Two_cohorts_of_one_day_have_references_of_their_own()
    {
        await Given.Course();
        var admin = await StaffVisitor.Admin(Site);

        await (await LaidOut(admin)).Submit("Save as a draft", FillRest);
        await (await LaidOut(admin)).Submit("Save as a draft", FillRest);

        Assert.Equal(["ipt-2027-03-02", "ipt-2027-03-02-2"], await Site.Db(db => db.Cohorts.OrderBy(c => c.Id).Select(c => c.Reference).ToListAsync()));
    }

    [Theory]
    [InlineData("597,00")]
    [InlineData("5,97")]
    public async Task A_comma_that_parts_no_thousands_is_refused(string typed)
    {
        await Given.Course();
        var form = await LaidOut(await StaffVisitor.Admin(Site));

        var again = await form.Submit("Save as a draft", f =>
        {
            FillRest(f);
            f.Fill("Price", typed);
        });

        Assert.Equal(422, again.Status);
        Assert.Equal("Enter a sum, like 597.00", again.ProblemOf("Price"));
        Assert.Equal(typed, again.MainForm["Price"]);
        Assert.Equal(0, await Site.Db(db => db.Cohorts.CountAsync()));
    }

    [Fact]
    public async Task What_is_wrong_is_said_beside_the_field_and_nothing_typed_is_lost()
    {
        await Given.Course();
        var admin = await StaffVisitor.Admin(Site);
        var form = await LaidOut(admin);

        var again = await form.Submit("Save as a draft", f =>
        {
            FillRest(f);
            f.Fill("Minimum", "31").Fill("EarlyPrice", "700").Fill("WhatsAppUrl", "group.example").Fill("Meetings[3].Date", "2027-03-01");
        });

        Assert.Equal(422, again.Status);
        Assert.Equal("The minimum is more than the capacity", again.ProblemOf("Minimum"));
        Assert.Equal("The early price is not below the price", again.ProblemOf("EarlyPrice"));
        Assert.Contains("https://", again.ProblemOf("WhatsAppUrl"), StringComparison.Ordinal);
        Assert.Contains(again.Problems, p => p.Contains("Class 4 begins before class 3 ends", StringComparison.Ordinal));
        Assert.Equal(("597.00", "2027-03-01"), (again.MainForm["Price"], again.MainForm["Meetings[3].Date"]));
        Assert.Equal(0, await Site.Db(db => db.Cohorts.CountAsync()));
    }

    [Fact]
    public async Task A_time_that_no_clock_shows_is_refused_and_one_that_it_shows_twice_is_asked_about()
    {
        await Given.Course();
        var admin = await StaffVisitor.Admin(Site);
        var form = await LaidOut(admin);

        var gap = await form.Submit("Save as a draft", f =>
        {
            FillRest(f);
            f.Fill("Meetings[1].Date", "2027-03-14").Fill("Meetings[1].From", "02:30").Fill("Meetings[1].To", "04:30");
        });
        var twice = await gap.Submit("Save as a draft", f => f
            .Fill("Meetings[1].Date", "2027-03-09").Fill("Meetings[5].Date", "2027-11-07").Fill("Meetings[5].From", "01:30").Fill("Meetings[5].To", "03:00"));
        var saved = await twice.Submit("Save as a draft", f => f.Choose("Meetings[5].Which", "the first"));

        Assert.Contains("there is no 2:30 am on that day, because the clocks go forward", gap.Alert, StringComparison.Ordinal);
        Assert.Contains("1:30 am comes twice that night, because the clocks go back", twice.Alert, StringComparison.Ordinal);
        Assert.Equal(200, saved.Status);
        Assert.Equal(new DateTime(2027, 11, 7, 5, 30, 0, DateTimeKind.Utc), (await Saved()).Meetings.Max(m => m.StartsAtUtc));
    }

    [Fact]
    public async Task A_copy_moves_all_dates_and_asks_about_weeks_without_a_class()
    {
        await Given.Course();
        var admin = await StaffVisitor.Admin(Site);
        var page = await (await LaidOut(admin)).Submit("Save as a draft", FillRest);

        var copy = await page.Click("Copy as a new cohort");
        var moved = await copy.Submit("Lay out the classes", f => f.Fill("FirstDate", "2027-05-04"));
        var saved = await moved.Submit("Save as a draft");

        Assert.Contains("had no class on March 16", copy.Text, StringComparison.Ordinal);
        Assert.Equal("2027-04-20", copy.MainForm["Meetings[0].Date"]);
        Assert.Equal(("2027-05-04", "2027-06-08"), (moved.MainForm["Meetings[0].Date"], moved.MainForm["Meetings[5].Date"]));
        Assert.Equal(("2027-05-04T17:00", "2027-04-06T18:00"), (moved.MainForm["Closes"], moved.MainForm["EarlyUntil"]));
        Assert.Equal("IPT, May 4, 2027", saved.Heading);
    }

    [Fact]
    public async Task A_class_is_added_and_one_of_a_draft_is_dropped()
    {
        await Given.Course();
        var admin = await StaffVisitor.Admin(Site);
        var page = await (await LaidOut(admin)).Submit("Save as a draft", FillRest);
        var edit = await page.Click("Edit");

        var seven = await edit.Submit("Add a class");
        await seven.Submit("Save", f => f.Fill("Meetings[6].Date", "2027-04-20").Fill("Meetings[6].From", "18:00").Fill("Meetings[6].To", "20:00"));
        edit = await admin.Open(edit.Address);
        foreach (var field in (string[])["Date", "From", "To"]) edit.MainForm.Fill($"Meetings[0].{field}", "");
        await edit.Submit("Save", f => f.Fill("Meetings[0].Date", "").Fill("Meetings[0].From", "").Fill("Meetings[0].To", ""));

        var cohort = await Saved();
        Assert.Equal([1, 2, 3, 4, 5, 6], cohort.Meetings.Select(m => m.Number).Order());
        Assert.Equal(new DateTime(2027, 3, 9, 18, 0, 0), cohort.Meetings.Single(m => m.Number == 1).StartsAtLocal);
    }

    [Fact]
    public async Task The_enter_key_lays_out_a_line_that_changed_and_saves_otherwise()
    {
        await Given.Course();
        var form = await (await StaffVisitor.Admin(Site)).Open("/admin/cohorts/new");

        var laidOut = await form.Submit(f => f
            .Fill("FirstDate", "2027-03-02").Fill("From", "18:00").Fill("Minutes", "120").Fill("Count", "2").Add("Act", "enter"));
        var again = await laidOut.Submit(f => { FillRest(f); f.Fill("Count", "3").Add("Act", "enter"); });
        var before = await Site.Db(db => db.Cohorts.CountAsync());
        var saved = await again.Submit(f => f.Add("Act", "enter"));

        Assert.Equal(("2027-03-09", "2027-03-16"), (laidOut.MainForm["Meetings[1].Date"], again.MainForm["Meetings[2].Date"]));
        Assert.Equal((0, "IPT, March 2, 2027"), (before, saved.Heading));
    }

    [Fact]
    public async Task Dates_to_skip_may_have_their_year_and_what_is_no_date_is_named()
    {
        await Given.Course();
        var form = await LaidOut(await StaffVisitor.Admin(Site));

        var skipped = await form.Submit("Lay out the classes", f => f.Fill("Skip", "March 9, 2027, March 16, April 6, 2027"));
        var wrong = await form.Submit("Lay out the classes", f => f.Fill("Skip", "March 9, someday"));

        Assert.Equal(
            ["2027-03-02", "2027-03-23", "2027-03-30", "2027-04-13"],
            Enumerable.Range(0, 4).Select(i => skipped.MainForm[$"Meetings[{i}].Date"]));
        Assert.Equal("“someday” is not a date. Write it like March 16, or 2027-03-16", wrong.ProblemOf("Skip"));
    }

    [Fact]
    public async Task Marketing_makes_no_cohort()
    {
        var marketing = await StaffVisitor.Marketing(Site);

        Assert.Equal(403, (await marketing.Open("/admin/cohorts/new")).Status);
    }

    private static async Task<Page> LaidOut(StaffVisitor admin)
    {
        var form = await (await admin.Open("/admin/cohorts")).Click("New cohort");
        return await form.Submit("Lay out the classes", f => f
            .Fill("FirstDate", "2027-03-02").Fill("From", "18:00").Fill("Minutes", "120").Fill("Count", "6").Fill("Skip", "March 16"));
    }

    private static void FillRest(PageForm form) => form
        .Fill("JoinUrl", "https://zoom.example/j/1").Fill("Capacity", "30").Fill("Minimum", "8").Fill("DecideOn", "2027-02-16")
        .Fill("Price", "597.00").Fill("EarlyPrice", "497.00").Fill("EarlyUntil", "2027-02-02T18:00")
        .Fill("Opens", "2026-11-01T09:00").Fill("Closes", "2027-03-02T17:00");

    private Task<Cohort> Saved() => Site.Db(db => db.Cohorts.AsNoTracking().Include(c => c.Meetings).OrderBy(c => c.Id).FirstAsync());
}
