using Microsoft.EntityFrameworkCore;
using Sweet.Domain.Courses;
using Sweet.Web.Tests.Support;

namespace Sweet.Web.Tests.Stories.Cohorts;

/// <summary>Every field of a course page is written here.</summary>
public sealed class CourseEditTests : Story
{
    [Fact]
    public async Task Every_field_of_the_page_is_changed_and_shown_at_once()
    {
        await Given.OpenCohort();
        var admin = await StaffVisitor.Admin(Site);
        await Visitor.Open("/courses/interpersonal-psychotherapy");

        var form = await (await admin.Open("/admin/courses")).Click("Interpersonal Psychotherapy (IPT)");
        var saved = await form.Submit("Save", f => f
            .Fill("Promise", "Mend what keeps people low.").Fill("Weeks[1].Title", "The inventory").Fill("Questions[0].Answer", "Never.")
            .Fill("Approvals[0].Hours", "11.5").Fill("RefundFeePercent", "10"));
        var page = await Visitor.Open("/courses/interpersonal-psychotherapy");

        Assert.Equal(200, saved.Status);
        Assert.Contains("less 10% for processing", saved.Text, StringComparison.Ordinal);
        Assert.All(
            (string[])["Mend what keeps people low.", "The inventory", "Never.", "11.5"],
            text => Assert.Contains(text, page.Text, StringComparison.Ordinal));
        Assert.Equal(1, await Site.Db(db => db.History.CountAsync(h => h.CourseId != null && h.Subject == "Refund fee" && h.From == "15%" && h.To == "10%")));
    }

    [Fact]
    public async Task An_old_address_takes_its_code_and_its_article_along_and_its_form_still_works()
    {
        await Given.Course();
        var open = await Visitor.Open("/courses/interpersonal-psychotherapy/interests/new");
        var form = await (await StaffVisitor.Admin(Site)).Open("/admin/courses/1");
        await form.Submit("Save", f => f.Fill("Slug", "ipt"));

        var course = await Visitor.Open("/courses/interpersonal-psychotherapy?from=why-small-groups&code=SAMPLE10");
        var asked = await Visitor.Open("/courses/interpersonal-psychotherapy/interests/new");
        var sent = await open.Submit(f => f.Fill("Email", "noor@clinic.example").Tick("Consent"));

        Assert.Equal("/courses/ipt?from=why-small-groups&code=SAMPLE10", course.Address);
        Assert.Equal((200, "/courses/ipt/interests/new"), (asked.Status, asked.Address));
        Assert.Equal("/courses/ipt/interests/sent", sent.Address);
    }

    [Fact]
    public async Task The_refund_rule_follows_the_fee_as_it_is_typed()
    {
        await Given.Course();
        var admin = await StaffVisitor.Admin(Site);

        var row = await (await admin.Open("/admin/courses/1")).Submit("Add a question", f => f.Fill("RefundFeePercent", "20"));
        var live = await admin.Open("/admin/courses/refund-rule?fee=20");
        var none = await admin.Open("/admin/courses/refund-rule?fee=200");

        Assert.Contains("less 20%", row.Fact("Refund rule"), StringComparison.Ordinal);
        Assert.Contains("Of $597.00 for 6 classes, $318.40 goes back after 2 of them have begun.", row.Fact("Refund rule"), StringComparison.Ordinal);
        Assert.Contains(live.Body, row.Fact("Refund rule"), StringComparison.Ordinal);
        Assert.Equal("Enter the fee as a number from 0 to 100 to see the rule here.", none.Body);
    }

    [Fact]
    public async Task An_address_that_a_course_had_leads_to_the_one_it_has()
    {
        await Given.Course();
        var admin = await StaffVisitor.Admin(Site);
        var form = await admin.Open("/admin/courses/1");

        await form.Submit("Save", f => f.Fill("Slug", "ipt"));
        var moved = await Visitor.Open("/courses/interpersonal-psychotherapy");

        Assert.Equal("301, 200", string.Join(", ", moved.Statuses));
        Assert.Equal("/courses/ipt", moved.Address);
        var linked = await Visitor.Open("/courses/interpersonal-psychotherapy?code=SAMPLE&from=bridging-connections");
        Assert.Equal("/courses/ipt?code=SAMPLE&from=bridging-connections", linked.Address);
        Assert.Equal("/courses/ipt/interests/new", (await Visitor.Open("/courses/interpersonal-psychotherapy/interests/new")).Address);
        Assert.Equal(404, (await Visitor.Open("/courses/no-such-course/interests/new")).Status);
        await (await admin.Open("/admin/courses/1")).Submit("Save", f => f.Fill("Slug", "interpersonal-psychotherapy"));
        Assert.Equal("/courses/interpersonal-psychotherapy", (await Visitor.Open("/courses/ipt")).Address);
    }

    [Fact]
    public async Task A_form_that_was_open_while_the_address_changed_is_taken()
    {
        await Given.Course();
        var admin = await StaffVisitor.Admin(Site);
        var asking = await Visitor.Open("/courses/interpersonal-psychotherapy/interests/new");
        await (await admin.Open("/admin/courses/1")).Submit("Save", f => f.Fill("Slug", "ipt"));

        var sent = await asking.Submit(f => f.Fill("Email", Journey.Email).Tick("Consent"));

        Assert.Equal("/courses/ipt/interests/sent", sent.Address);
    }

    [Fact]
    public async Task Rows_are_added_and_dropped_and_what_is_wrong_is_said()
    {
        await Given.Course();
        var admin = await StaffVisitor.Admin(Site);

        var row = await (await admin.Open("/admin/courses/1")).Submit("Add a week");
        var wrong = await row.Submit("Save", f => f.Fill("Weeks[6].Objective", "Say good-bye.").Fill("Slug", "Two Words"));
        var saved = await wrong.Submit("Save", f => f
            .Fill("Weeks[6].Title", "Ending").Fill("Slug", "interpersonal-psychotherapy").Fill("Weeks[0].Title", "").Fill("Weeks[0].Objective", ""));

        Assert.Equal(422, wrong.Status);
        Assert.Equal("Use lowercase letters, digits, and single hyphens", wrong.ProblemOf("Slug"));
        Assert.Equal(200, saved.Status);
        var weeks = await Site.Db(db => db.Courses.AsNoTracking().SelectMany(c => c.Weeks).OrderBy(w => w.Number).ToListAsync());
        Assert.Equal((6, "Topic 2", "Ending"), (weeks.Count, weeks[0].Title, weeks[^1].Title));
    }

    [Fact]
    public async Task Of_two_admins_the_second_sees_both_versions()
    {
        await Given.Course();
        var (first, second) = (await StaffVisitor.Admin(Site), await StaffVisitor.Admin(Site, "riley@clinic.example"));
        var (theirs, mine) = (await first.Open("/admin/courses/1"), await second.Open("/admin/courses/1"));

        await theirs.Submit("Save", f => f.Fill("Promise", "Theirs."));
        var both = await mine.Submit("Save", f => f.Fill("Promise", "Mine.").Fill("Kind", "evening course"));
        await both.Submit("Save this together", f => f.Fill("Promise", "Mine."));

        Assert.Equal((409, "Jordan Sample saved this while you were typing"), (both.Status, both.Heading));
        var course = await Site.Db(db => db.Courses.AsNoTracking().SingleAsync());
        Assert.Equal(("Mine.", "evening course"), (course.Promise, course.Kind));
    }

    [Fact]
    public async Task A_draft_is_published_once()
    {
        var admin = await StaffVisitor.Admin(Site);
        await Site.Db(async db =>
        {
            db.Courses.Add(new Course("CBT", "cbt", "Cognitive therapy", "course", Site.Now));
            await db.SaveChangesAsync();
        });
        var page = await admin.Open("/admin/courses/1");
        Assert.Equal(404, (await Visitor.Open("/courses/cbt")).Status);

        await page.Submit("Publish the course");
        await page.Submit("Publish the course");

        Assert.Equal(200, (await Visitor.Open("/courses/cbt")).Status);
        Assert.Equal(1, await Site.Db(db => db.History.CountAsync(h => h.To == "Published")));
    }

    [Fact]
    public async Task Marketing_changes_no_course()
    {
        await Given.Course();
        var marketing = await StaffVisitor.Marketing(Site);

        Assert.Equal(403, (await marketing.Open("/admin/courses")).Status);
        Assert.Equal(403, (await marketing.Open("/admin/courses/1")).Status);
    }
}
