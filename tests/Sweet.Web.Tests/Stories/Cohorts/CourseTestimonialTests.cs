using Microsoft.EntityFrameworkCore;
using Sweet.Web.Tests.Support;

namespace Sweet.Web.Tests.Stories.Cohorts;

/// <summary>What former students say: shown as they agreed, for as long as they agree.</summary>
public sealed class CourseTestimonialTests : Story
{
    [Fact]
    public async Task A_testimonial_is_shown_as_agreed_and_gone_at_once_when_the_consent_is_withdrawn()
    {
        await Given.Course();
        var admin = await StaffVisitor.Admin(Site);
        await Visitor.Open("/courses/interpersonal-psychotherapy");

        var empty = await (await admin.Open("/admin/courses/1")).Click("What students say");
        var added = await empty.Submit("Add the testimonial", Say);
        await empty.Submit("Add the testimonial", Say);
        var shown = await Visitor.Open("/courses/interpersonal-psychotherapy");

        Assert.Contains("What students say I finally ask for what I need. Maria K., social worker", shown.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Kowalski", shown.Body, StringComparison.Ordinal);
        Assert.Contains("Maria Kowalski, March 2, 2026 By email, to this wording", added.Text, StringComparison.Ordinal);
        Assert.Equal(1, await Site.Db(db => db.Courses.SelectMany(c => c.Testimonials).CountAsync()));

        var removed = await added.Submit("Remove it: the consent of Maria Kowalski is withdrawn");
        await added.Submit("Remove it: the consent of Maria Kowalski is withdrawn");

        Assert.DoesNotContain("What students say", (await Visitor.Open("/courses/interpersonal-psychotherapy")).Text, StringComparison.Ordinal);
        Assert.Contains("Withdrawn", removed.Text, StringComparison.Ordinal);
        var history = await Site.Db(db => db.History.Where(h => h.CourseId != null).OrderBy(h => h.Id).Select(h => h.From + " > " + h.To).ToListAsync());
        Assert.Equal([" > Shown, agreed on 2026-03-02", "Shown, agreed on 2026-03-02 > Consent withdrawn"], history);
    }

    [Fact]
    public async Task Nothing_is_shown_without_who_agreed_when_and_how()
    {
        await Given.Course();
        var admin = await StaffVisitor.Admin(Site);

        var wrong = await (await admin.Open("/admin/courses/1/testimonials")).Submit("Add the testimonial", f => f.Fill("Text", "Good.").Fill("AgreedOn", "soon"));

        Assert.Equal(422, wrong.Status);
        Assert.Equal(
            ("Enter how the student is shown", "Enter who agreed", "Enter a day like 2026-03-02, today at the latest", "Enter how they agreed"),
            (wrong.ProblemOf("ShownAs"), wrong.ProblemOf("AgreedBy"), wrong.ProblemOf("AgreedOn"), wrong.ProblemOf("AgreedHow")));
        Assert.Equal("Good.", wrong.MainForm["Text"]);
        Assert.Equal(404, (await admin.Open("/admin/courses/7/testimonials")).Status);
    }

    [Theory]
    [InlineData("0027-03-02")]
    [InlineData("9999-12-31")]
    [InlineData("2027-03-02")]
    public async Task No_one_agreed_on_a_day_that_is_to_come_or_that_nobody_means(string day)
    {
        await Given.Course();
        var admin = await StaffVisitor.Admin(Site);

        var wrong = await (await admin.Open("/admin/courses/1/testimonials")).Submit("Add the testimonial", f => { Say(f); f.Fill("AgreedOn", day); });

        Assert.Equal((422, "Enter a day like 2026-03-02, today at the latest"), (wrong.Status, wrong.ProblemOf("AgreedOn")));
    }

    private static void Say(PageForm form) => form
        .Fill("Text", "I finally ask for what I need.").Fill("ShownAs", "Maria K., social worker").Fill("AgreedBy", "Maria Kowalski")
        .Fill("AgreedOn", "2026-03-02").Fill("AgreedHow", "By email, to this wording");
}
