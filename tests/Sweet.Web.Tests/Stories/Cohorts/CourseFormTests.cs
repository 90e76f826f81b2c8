using Microsoft.EntityFrameworkCore;
using Sweet.Web.Tests.Support;

namespace Sweet.Web.Tests.Stories.Cohorts;

/// <summary>A new course, and its page before it is saved.</summary>
public sealed class CourseFormTests : Story
{
    [Fact]
    public async Task A_course_is_written_seen_saved_as_a_draft_and_published()
    {
        var admin = await StaffVisitor.Admin(Site);

        var form = await (await admin.Open("/admin/courses")).Click("New course");
        var preview = await form.Submit("Show the page", f => Write(f));
        Assert.Equal(0, await Site.Db(db => db.Courses.CountAsync()));
        var saved = await form.Submit("Save as a draft", f => Write(f));

        Assert.Equal((200, "Cognitive Therapy"), (preview.Status, preview.Heading));
        Assert.All(
            (string[])["Change one thought at a time.", "Thoughts are no facts", "What is homework?", "Social workers", "No dates are set yet"],
            text => Assert.Contains(text, preview.Text, StringComparison.Ordinal));
        Assert.Equal("Draft", Page.Read(saved.Document.QuerySelector("h1 + .status")));
        Assert.Equal(404, (await Visitor.Open("/courses/cognitive-therapy")).Status);
        Assert.Equal(1, await Site.Db(db => db.History.CountAsync(h => h.CourseId != null && h.To == "Draft" && h.From == null)));

        await saved.Submit("Publish the course");
        Assert.Equal(preview.Text, (await Visitor.Open("/courses/cognitive-therapy")).Text);
        Assert.Equal("CBT", await Site.Db(db => db.Courses.Select(c => c.Code).SingleAsync()));
    }

    [Fact]
    public async Task Sent_twice_it_is_one_course_and_a_taken_code_or_address_is_said()
    {
        await Given.Course();
        var admin = await StaffVisitor.Admin(Site);
        var form = await admin.Open("/admin/courses/new");

        var taken = await form.Submit("Save as a draft", f => Write(f.Fill("Code", "ipt").Fill("Weeks[1].Title", "The second")));
        var address = await taken.Submit("Save as a draft", f => f.Fill("Code", "cbt").Fill("Slug", "interpersonal-psychotherapy"));
        var first = await address.Submit("Save as a draft", f => f.Fill("Slug", "cognitive-therapy"));
        var second = await address.Submit("Save as a draft", f => f.Fill("Slug", "cognitive-therapy"));

        Assert.Equal((422, "Another course has this code"), (taken.Status, taken.ProblemOf("Code")));
        Assert.Equal((422, "Another course has this address, or had it"), (address.Status, address.ProblemOf("Slug")));
        Assert.Equal(first.Address, second.Address);
        Assert.Equal(2, await Site.Db(db => db.Courses.CountAsync()));
        Assert.Equal(
            ["Thoughts are no facts", "The second"],
            await Site.Db(db => db.Courses.Where(c => c.Code == "CBT").SelectMany(c => c.Weeks).OrderBy(w => w.Number).Select(w => w.Title).ToListAsync()));
    }

    [Fact]
    public async Task What_is_wrong_is_said_and_every_row_stays_where_it_was_typed()
    {
        var admin = await StaffVisitor.Admin(Site);

        var wrong = await (await admin.Open("/admin/courses/new")).Submit("Save as a draft", f => Write(f)
            .Fill("Code", "C").Fill("Weeks[0].Title", "").Fill("Weeks[0].Objective", "").Fill("Weeks[2].Objective", "Say good-bye."));
        var row = await wrong.Submit("Add an approval", f => f.Fill("Code", "CBT"));
        var noTitle = await row.Submit("Save as a draft");

        Assert.Equal((422, "Use 2 to 10 letters and digits, a letter first"), (wrong.Status, wrong.ProblemOf("Code")));
        Assert.Equal((200, 2), (row.Status, row.Document.QuerySelectorAll("[name$='.Profession']").Length));
        Assert.Equal((422, "Week 3 has no title"), (noTitle.Status, noTitle.ProblemOf("Weeks-2--Title")));
        Assert.Equal("Say good-bye.", noTitle.MainForm["Weeks[2].Objective"]);
        Assert.Equal(0, await Site.Db(db => db.Courses.CountAsync()));
    }

    [Theory]
    [InlineData("12.5")]
    [InlineData("a few")]
    [InlineData("1,5")]
    public async Task A_fee_that_is_no_whole_number_is_asked_for_in_a_sentence(string fee)
    {
        var admin = await StaffVisitor.Admin(Site);

        var wrong = await (await admin.Open("/admin/courses/new")).Submit("Save as a draft", f => Write(f).Fill("RefundFeePercent", fee));

        Assert.Equal((422, fee), (wrong.Status, wrong.MainForm["RefundFeePercent"]));
        Assert.Equal("Enter a whole number for “Fee kept when someone withdraws, in percent”, in digits", wrong.ProblemOf("RefundFeePercent"));
    }

    [Fact]
    public async Task The_preview_of_a_saved_course_is_its_page_with_its_dates_and_for_nobody_else()
    {
        await Given.OpenCohort();
        var admin = await StaffVisitor.Admin(Site);
        var form = await admin.Open("/admin/courses/1");
        var before = await Visitor.Open("/courses/interpersonal-psychotherapy");

        var preview = await form.Submit("Show the page", f => f.Fill("Promise", "Mend what keeps people low.").Fill("Slug", "ipt"));
        var wrong = await form.Submit("Show the page", f => f.Fill("Title", ""));

        Assert.Equal(
            before.Text.Replace(Promise(before), "Mend what keeps people low.", StringComparison.Ordinal),
            preview.Text);
        Assert.Equal("A preview of what is typed. Nothing of it is saved.", Page.Read(preview.Document.QuerySelector("[aria-label=Preview]")));
        Assert.Equal("noindex", preview.Document.QuerySelector("meta[name=robots]")!.GetAttribute("content"));
        Assert.Null(preview.Document.QuerySelector("link[rel=canonical]"));
        Assert.Contains("no-store", preview.Headers["Cache-Control"], StringComparison.Ordinal);
        Assert.Equal("_blank", form.Document.QuerySelector("button[value=page]")!.GetAttribute("formtarget"));
        Assert.Equal(422, wrong.Status);
        Site.Pass(TimeSpan.FromSeconds(11));
        Assert.Equal(before.Text, (await Visitor.Open("/courses/interpersonal-psychotherapy")).Text);
        Assert.Null((await Visitor.Open("/courses/interpersonal-psychotherapy")).Document.QuerySelector("[aria-label=Preview]"));
        Assert.Equal(0, await Site.Db(db => db.History.CountAsync(h => h.CourseId != null)));
    }

    private static string Promise(Page page) => Page.Read(page.Document.QuerySelector(".promise"));

    private static PageForm Write(PageForm form)
    {
        if (form["Code"].Length == 0) form.Fill("Code", "cbt");
        return form.Fill("Title", "Cognitive Therapy").Fill("Kind", "eight-week course").Fill("Slug", "cognitive-therapy")
            .Fill("Promise", "Change one thought at a time.").Fill("Weeks[0].Title", "Thoughts are no facts")
            .Fill("Questions[0].Question", "What is homework?").Fill("Questions[0].Answer", "What you try at home.")
            .Add("Approvals[0].Profession", "Social workers").Add("Approvals[0].Hours", "12").Add("Approvals[0].Body", "State board")
            .Add("Approvals[0].Number", "SW-1").Add("Approvals[0].ValidFrom", "2026-01-01");
    }
}
