using Microsoft.EntityFrameworkCore;
using Sweet.Domain.Courses;
using Sweet.Web.Tests.Support;
using Sweet.Web.Workers.Cohorts;

namespace Sweet.Web.Tests.Stories.Cohorts;

/// <summary>A cohort is edited: who is told what, and what two people at once save.</summary>
public sealed class CohortEditTests : PaidStory
{
    [Fact]
    public async Task A_price_is_saved_at_once_and_kept_in_the_history()
    {
        var cohort = await Given.OpenCohort();
        var admin = await StaffVisitor.Admin(Site);

        var page = await (await Edit(admin, cohort)).Submit("Save", f => f.Fill("Price", "650").Fill("Minimum", "8"));

        Assert.Contains("Price changed from $597.00 to $650.00", page.Text, StringComparison.Ordinal);
        Assert.Matches("Minimum[^,]* 8", page.Text[page.Text.IndexOf("Lately", StringComparison.Ordinal)..]);
        Assert.Contains("Jordan Sample", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_moved_class_says_first_who_is_told_and_then_tells_them_with_the_calendar()
    {
        var cohort = await Given.OpenCohort();
        await Paid(cohort);
        var admin = await StaffVisitor.Admin(Site);

        var asked = await Moved(admin, cohort);
        var unsaved = await Site.Db(db => db.Cohorts.AsNoTracking().Include(c => c.Meetings).SingleAsync());
        var page = await asked.Submit("Save the change", f => f.Fill("Sentence", "Our teacher is away on that Tuesday."));

        Assert.Equal("Who will be told what", asked.Heading);
        Assert.Contains("Class 3 moves to Thursday, January 28, 2027", asked.Text, StringComparison.Ordinal);
        Assert.Contains("1 person, confirmed", asked.Text, StringComparison.Ordinal);
        Assert.Equal(26, unsaved.Meetings.Single(m => m.Number == 3).StartsAtLocal.Day);
        Assert.Contains("Thursday, January 28, 2027", page.Text, StringComparison.Ordinal);
        var mail = await Mail("Class 3 moves to Thursday, January 28, 2027");
        Assert.Contains("Our teacher is away on that Tuesday.", mail.Text, StringComparison.Ordinal);
        Assert.Contains("DTSTART;TZID=America/New_York:20270128T183000", mail.Attachment("class-meetings.ics").Text, StringComparison.Ordinal);
        Assert.Contains("SEQUENCE:1", mail.Attachment("class-meetings.ics").Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_subject_says_that_only_the_hour_moved_and_that_the_link_is_new()
    {
        var cohort = await Given.OpenCohort();
        await Paid(cohort);
        var admin = await StaffVisitor.Admin(Site);

        var hour = await (await Edit(admin, cohort)).Submit("Save", f => f.Fill("Meetings[2].From", "18:30").Fill("Meetings[2].To", "20:30"));
        var both = await (await Edit(admin, cohort)).Submit("Save", f => f
            .Fill("Meetings[2].Date", "2027-01-28").Fill("JoinUrl", "https://zoom.example/j/2"));
        var all = await (await Edit(admin, cohort)).Submit("Save", f => f.Fill("Meetings[2].Date", "2027-01-28").Fill("Meetings[3].Date", "2027-02-04"));

        Assert.Contains("Class 3 on Tuesday, January 26, 2027, is now at 6:30–8:30 pm EST. Nothing is saved yet.", hour.Text, StringComparison.Ordinal);
        Assert.Contains("Class 3 moves to Thursday, January 28, 2027, and there is a new link. Nothing", both.Text, StringComparison.Ordinal);
        Assert.Contains("The dates of your classes have changed. Nothing", all.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_two_tabs_of_one_person_the_second_says_that_it_was_you()
    {
        var cohort = await Given.OpenCohort();
        var admin = await StaffVisitor.Admin(Site);
        var (theirs, mine) = (await Edit(admin, cohort), await Edit(admin, cohort));

        await theirs.Submit("Save", f => f.Fill("Price", "610").Fill("Minimum", "9"));
        var both = await mine.Submit("Save", f => f.Fill("Price", "620"));

        Assert.Equal((409, "You saved this in another tab while you were typing"), (both.Status, both.Heading));
        Assert.Contains("the other tab", both.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_small_correction_is_saved_without_telling()
    {
        var cohort = await Given.OpenCohort();
        await Paid(cohort);
        var admin = await StaffVisitor.Admin(Site);

        await (await Moved(admin, cohort)).Submit("Save the change", f => f.Fill("Tell", "none"));

        Assert.DoesNotContain(await Subjects(), subject => subject.Contains("Class 3", StringComparison.Ordinal));
        var saved = await Site.Db(db => db.Cohorts.AsNoTracking().Include(c => c.Meetings).SingleAsync());
        Assert.Equal((28, 1), (saved.Meetings.Single(m => m.Number == 3).StartsAtLocal.Day, saved.CalendarSequence));
    }

    [Fact]
    public async Task The_same_answer_sent_twice_tells_once()
    {
        var cohort = await Given.OpenCohort();
        await Paid(cohort);
        var admin = await StaffVisitor.Admin(Site);
        var asked = await Moved(admin, cohort);

        await asked.Submit("Save the change");
        var again = await asked.Submit("Save the change");

        Assert.Equal(409, again.Status);
        Assert.Contains("The two versions fit together", again.Text, StringComparison.Ordinal);
        Assert.Single(await Subjects(), subject => subject.Contains("Class 3", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_large_cohort_is_told_by_a_worker_that_may_be_stopped_anywhere()
    {
        var cohort = await Given.OpenCohort(seats: 120);
        for (var i = 0; i < 120; i++) await Given.ConfirmedEnrollment(cohort);
        var admin = await StaffVisitor.Admin(Site);

        await (await Moved(admin, cohort)).Submit("Save the change");
        var atOnce = await Told();
        await Site.Tick<CohortNewsWork>();
        await Site.Tick<CohortNewsWork>();

        Assert.Equal(50, atOnce);
        Assert.Equal(120, await Told());
    }

    [Fact]
    public async Task The_course_page_and_its_feeds_show_a_moved_class_at_once()
    {
        var cohort = await Given.OpenCohort();
        await Visitor.Open("/courses/interpersonal-psychotherapy");
        await Visitor.Open("/courses/feed.ics");
        var admin = await StaffVisitor.Admin(Site);

        await Moved(admin, cohort);

        Assert.Contains("January 28", (await Visitor.Open("/courses/interpersonal-psychotherapy")).Text, StringComparison.Ordinal);
        Assert.Contains("20270128T2330", (await Visitor.Open("/courses/feed.ics")).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_two_admins_the_second_sees_both_versions_and_loses_nothing()
    {
        var cohort = await Given.OpenCohort();
        var (first, second) = (await StaffVisitor.Admin(Site), await StaffVisitor.Admin(Site, "riley@clinic.example"));
        var (theirs, mine) = (await Edit(first, cohort), await Edit(second, cohort));

        await theirs.Submit("Save", f => f.Fill("Price", "610").Fill("Minimum", "9"));
        var both = await mine.Submit("Save", f => f.Fill("Price", "620").Fill("WhatsAppUrl", "https://group.example/ours"));
        var saved = await both.Submit("Save this together", f => f.Fill("Price", "620"));

        Assert.Equal((409, "Jordan Sample saved this while you were typing"), (both.Status, both.Heading));
        Assert.Contains("One field differs", both.Text, StringComparison.Ordinal);
        Assert.Equal("610.00", both.MainForm["Price"]);
        Assert.Equal(("9", "https://group.example/ours"), (both.MainForm["Minimum"], both.MainForm["WhatsAppUrl"]));
        Assert.Equal(200, saved.Status);
        var after = await Site.Db(db => db.Cohorts.AsNoTracking().SingleAsync());
        Assert.Equal((62_000, 9, "https://group.example/ours"), (after.PriceMinor, after.Minimum, after.WhatsAppUrl));
    }

    [Fact]
    public async Task The_capacity_stays_at_or_above_the_seats_taken()
    {
        var cohort = await Given.OpenCohort(seats: 5, taken: 3);
        var admin = await StaffVisitor.Admin(Site);

        var refused = await (await Edit(admin, cohort)).Submit("Save", f => f.Fill("Capacity", "2"));
        var saved = await refused.Submit("Save", f => f.Fill("Capacity", "3"));

        Assert.Equal((422, "3 seats are taken: the capacity cannot be below that"), (refused.Status, refused.ProblemOf("Capacity")));
        Assert.Contains("= 3 seats", saved.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_class_that_students_have_in_their_calendars_is_not_dropped()
    {
        var cohort = await Given.OpenCohort();
        var admin = await StaffVisitor.Admin(Site);

        var refused = await (await Edit(admin, cohort)).Submit("Save", f => f
            .Fill("Meetings[5].Date", "").Fill("Meetings[5].From", "").Fill("Meetings[5].To", ""));

        Assert.Equal(422, refused.Status);
        Assert.Contains("move a class, but do not drop it", refused.Alert, StringComparison.Ordinal);
    }

    private static Task<Page> Edit(StaffVisitor admin, Cohort cohort) => admin.Open($"/admin/cohorts/{cohort.Id}/edit");

    private static async Task<Page> Moved(StaffVisitor admin, Cohort cohort) =>
        await (await Edit(admin, cohort)).Submit("Save", f => f
            .Fill("Meetings[2].Date", "2027-01-28").Fill("Meetings[2].From", "18:30").Fill("Meetings[2].To", "20:30"));

    private Task<int> Told() => Site.Db(db => db.Messages.CountAsync(m => m.Kind == "CohortChanged"));
}
