using Microsoft.EntityFrameworkCore;
using Sweet.Domain.Courses;
using Sweet.Domain.Tests;
using Sweet.Web.Tests.Support;

namespace Sweet.Web.Tests.Stories.Vouchers;

/// <summary>Staff make vouchers, change and end them.</summary>
public sealed class VoucherPagesTests : Story
{
    private static readonly Action<PageForm> FilledIn = f => f
        .Fill("Code", "sample-agency").Fill("Value", "20").Fill("Uses", "25").Fill("Least", "297.00").Fill("Until", "2027-01-31").Fill("Note", "Agency fair");

    [Fact]
    public async Task One_is_made_listed_and_used()
    {
        var cohort = await Given.OpenCohort();
        var admin = await StaffVisitor.Admin(Site);

        var made = await (await admin.Open("/admin/vouchers/new")).Submit(FilledIn);
        await (await Visitor.Open($"/cohorts/{cohort.Reference}/enrollments/new?code=SAMPLE-AGENCY")).Submit(f => f.FillIn());
        var list = await made.Click("Vouchers");
        var shown = await list.Click("SAMPLE-AGENCY");

        Assert.Equal((200, "SAMPLE-AGENCY"), (made.Status, made.Heading));
        Assert.Contains("20% off every course", list.Text, StringComparison.Ordinal);
        Assert.Contains("Nov 23, 2026 – Jan 31, 2027 1 of 25", list.Text, StringComparison.Ordinal);
        Assert.Contains("Ana Ortiz Held $477.60", shown.Text, StringComparison.Ordinal);
        Assert.Contains("Uses in all: 25", shown.Text, StringComparison.Ordinal);
        Assert.Contains("by Jordan Sample", shown.Text, StringComparison.Ordinal);
        Assert.Equal(new DateTime(2027, 2, 1, 5, 0, 0, DateTimeKind.Utc), await Site.Db(db => db.Vouchers.Select(v => v.UntilUtc).SingleAsync()));
    }

    [Fact]
    public async Task What_it_does_is_shown_before_it_is_made()
    {
        await Given.OpenCohort();
        var form = await (await StaffVisitor.Admin(Site)).Open("/admin/vouchers/new");

        var shown = await form.Submit("Show what it does", FilledIn);

        Assert.Contains("“SAMPLE-AGENCY takes 20% off: $477.60 instead of $597.”", shown.Text, StringComparison.Ordinal);
        Assert.Contains("25 × $119.40 = $2,985.00 given away", shown.Text, StringComparison.Ordinal);
        Assert.Equal("Agency fair", shown.MainForm["Note"]);
        Assert.Empty(await Site.Db(db => db.Vouchers.ToListAsync()));
    }

    [Theory]
    [InlineData("Code", "abc", "Enter a code of 4 to 20")]
    [InlineData("Value", "101", "from 1 to 100")]
    [InlineData("Value", "", "from 1 to 100")]
    [InlineData("Least", "cheap", "Enter a sum in dollars")]
    [InlineData("Least", "12,50", "Enter a sum in dollars")]
    [InlineData("Uses", "0", "how often it can be used")]
    [InlineData("UsesByOne", "-1", "how often one person")]
    [InlineData("From", "soon", "Enter a day")]
    [InlineData("From", "", "Enter the first day")]
    [InlineData("Until", "2026-11-22", "not before the first one")]
    public async Task A_form_that_is_not_right_says_so_and_keeps_what_was_typed(string field, string value, string problem)
    {
        var form = await (await StaffVisitor.Admin(Site)).Open("/admin/vouchers/new");

        var again = await form.Submit(f =>
        {
            FilledIn(f);
            f.Fill(field, value);
        });

        Assert.Equal(422, again.Status);
        Assert.Contains(problem, again.ProblemOf(field), StringComparison.Ordinal);
        Assert.Equal(field == "Note" ? value : "Agency fair", again.MainForm["Note"]);
        Assert.Empty(await Site.Db(db => db.Vouchers.ToListAsync()));
    }

    [Theory]
    [InlineData("596.80", "", "it would leave $0.20 of $597.00")]
    [InlineData("100", "100.30", "Of $100.30, it would leave $0.30")]
    public async Task A_rest_below_what_Stripe_takes_is_refused_when_it_is_made(string sum, string least, string problem)
    {
        await Given.OpenCohort();
        var form = await (await StaffVisitor.Admin(Site)).Open("/admin/vouchers/new");

        var again = await form.Submit(f =>
        {
            FilledIn(f);
            f.Fill("Kind", "Amount").Fill("Value", sum).Fill("Least", least);
        });

        Assert.Equal(422, again.Status);
        Assert.Contains(problem, again.ProblemOf("Value"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_is_for_the_courses_and_cohorts_that_are_checked()
    {
        Cohort[] cohorts = [await Given.OpenCohort(), await Given.OpenCohort(firstClassLocal: new DateTime(2027, 3, 2, 18, 0, 0)), await Given.OpenCohort()];
        var form = await (await StaffVisitor.Admin(Site)).Open("/admin/vouchers/new");

        var none = await form.Submit(f =>
        {
            FilledIn(f);
            f.Fill("Cover", "Chosen");
        });
        var made = await form.Submit(f =>
        {
            FilledIn(f);
            f.Fill("Cover", "Chosen").Add("CohortIds", $"{cohorts[0].Id}").Add("CohortIds", $"{cohorts[1].Id}");
        });

        Assert.Contains("Check the courses or cohorts that it is for", none.Alert, StringComparison.Ordinal);
        Assert.Contains("IPT, January 12, 2027; IPT, March 2, 2027", made.Text, StringComparison.Ordinal);
        Assert.Equal([cohorts[0].Id, cohorts[1].Id], (await Site.Db(db => db.Vouchers.SingleAsync())).CohortIds);
    }

    [Fact]
    public async Task A_code_is_made_once()
    {
        await Given.Voucher(code: "SAMPLE-AGENCY");
        var form = await (await StaffVisitor.Admin(Site)).Open("/admin/vouchers/new");

        var again = await form.Submit(FilledIn);

        Assert.Equal(422, again.Status);
        Assert.Contains("There is a voucher with this code already", again.ProblemOf("Code"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_change_is_kept_with_what_was_before()
    {
        var voucher = await Given.Voucher(Some.Percent(10) with { UntilUtc = Site.Now.AddDays(9) });
        var admin = await StaffVisitor.Admin(Site);

        var changed = await (await admin.Open($"/admin/vouchers/{voucher.Id}/edit")).Submit(f => f.Fill("Uses", "30"));

        Assert.Contains("Uses in all: 10 → Uses in all: 30", changed.Text, StringComparison.Ordinal);
        var saved = await Site.Db(db => db.Vouchers.SingleAsync());
        Assert.Equal((30, Site.Now.AddDays(9), 2), (saved.MaxUses, saved.UntilUtc, saved.Version));
    }

    [Fact]
    public async Task Of_two_who_change_it_the_second_sees_both_versions()
    {
        await Given.OpenCohort();
        var voucher = await Given.Voucher();
        var first = await (await StaffVisitor.Admin(Site)).Open($"/admin/vouchers/{voucher.Id}/edit");
        var second = await (await StaffVisitor.Admin(Site, "riley@clinic.example")).Open($"/admin/vouchers/{voucher.Id}/edit");

        await first.Submit(f => f.Fill("Value", "15"));
        var both = await second.Submit(f => f.Fill("Uses", "30"));

        Assert.Equal((409, "Jordan Sample saved this while you were typing"), (both.Status, both.Heading));
        Assert.Contains("Percent, or dollars15Jordan Sample", both.Text, StringComparison.Ordinal);
        Assert.Contains("Uses in all30you", both.Text, StringComparison.Ordinal);
        Assert.Equal((15, 10), await Site.Db(db => db.Vouchers.Select(v => ValueTuple.Create(v.Percent!.Value, v.MaxUses)).SingleAsync()));

        var third = await (await StaffVisitor.Admin(Site, "sam@clinic.example")).Open($"/admin/vouchers/{voucher.Id}/edit");
        await both.Submit("Save this together");
        Assert.Equal((15, 30), await Site.Db(db => db.Vouchers.Select(v => ValueTuple.Create(v.Percent!.Value, v.MaxUses)).SingleAsync()));

        var chosen = await third.Submit(f => f.Fill("Cover", "Chosen").Add("CohortIds", "1").Fill("Uses", "40"));
        Assert.Contains("ForIPT, January 12, 2027you", chosen.Text, StringComparison.Ordinal);
        Assert.Equal(409, chosen.Status);
        await chosen.Submit("Save this together", f => f.Fill("Uses", "40"));
        var saved = await Site.Db(db => db.Vouchers.AsNoTracking().SingleAsync());
        Assert.Equal((15, 40, 1), (saved.Percent, saved.MaxUses, saved.Terms.CohortIds.Single()));
    }

    [Fact]
    public async Task One_that_is_ended_is_over_and_comes_back_by_a_later_day()
    {
        var voucher = await Given.Voucher();
        var cohort = await Given.OpenCohort();
        var page = await (await StaffVisitor.Admin(Site)).Open($"/admin/vouchers/{voucher.Id}");

        var ended = await page.Submit("End it now");
        await page.Submit("End it now");
        var form = await ended.Click("Change it");
        await form.Submit(f => f.Fill("Note", "Ended by mistake"));
        var over = await Visitor.Open($"/cohorts/{cohort.Reference}/enrollments/new?code={voucher.Code}");
        await (await ended.Click("Change it")).Submit(f => f.Fill("Until", "2026-12-31"));

        Assert.Contains("This code is over", over.ProblemOf("Code"), StringComparison.Ordinal);
        Assert.Single(await Site.Db(db => db.History.Where(h => h.To == "Ended").ToListAsync()));
        Assert.Equal("", (await over.Reload()).ProblemOf("Code"));
    }

    [Fact]
    public async Task The_lists_tell_what_can_be_used_from_what_comes_and_what_is_over()
    {
        await Given.Voucher();
        await Given.Voucher(Some.Percent(10) with { FromUtc = Site.Now.AddDays(1) }, "COMING");
        await Given.Voucher(Some.Percent(10) with { UntilUtc = Site.Now }, "ENDED");
        await Given.Voucher(Some.Percent(10) with { MaxUses = 1 }, "USED-UP");
        var cohort = await Given.OpenCohort();
        await (await Visitor.Open($"/cohorts/{cohort.Reference}/enrollments/new?code=USED-UP")).Submit(f => f.FillIn());
        var admin = await StaffVisitor.Admin(Site);

        var usable = await admin.Open("/admin/vouchers");
        var coming = await admin.Open("/admin/vouchers?state=coming");
        var ended = await admin.Open("/admin/vouchers?state=ended");

        Assert.Contains("Usable 1 To come 1 Ended or used up 2", usable.Text, StringComparison.Ordinal);
        Assert.Equal(["SAMPLE-CLINIC", "COMING", "USED-UP ENDED"], new[] { usable, coming, ended }.Select(Codes));
    }

    [Theory]
    [InlineData("/admin/vouchers")]
    [InlineData("/admin/vouchers/new")]
    [InlineData("/admin/vouchers/1")]
    [InlineData("/admin/vouchers/1/edit")]
    public async Task Marketing_cannot_reach_them(string page)
    {
        await Given.Voucher();

        Assert.Equal(403, (await (await StaffVisitor.Marketing(Site)).Open(page)).Status);
    }

    [Theory]
    [InlineData("/admin/vouchers/99")]
    [InlineData("/admin/vouchers/99/edit")]
    public async Task What_is_not_there_is_not_found(string page) =>
        Assert.Equal(404, (await (await StaffVisitor.Admin(Site)).Open(page)).Status);

    private static string Codes(Page page) => string.Join(' ', page.Document.QuerySelectorAll("main tbody code").Select(c => c.TextContent));
}
