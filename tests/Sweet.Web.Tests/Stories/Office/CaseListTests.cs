using Sweet.Domain.Cases;
using Sweet.Domain.Tests;
using Sweet.Web.Tests.Support;

namespace Sweet.Web.Tests.Stories.Office;

/// <summary>What waits for a person, and what was decided.</summary>
public sealed class CaseListTests : PaidStory
{
    [Fact]
    public async Task The_overview_leads_to_an_empty_list_that_says_how_it_fills()
    {
        var admin = await StaffVisitor.Admin(Site);

        var list = await admin.Open("/admin/cases");

        Assert.Equal("Cases", list.Heading);
        Assert.Contains("No case is open", list.Text, StringComparison.Ordinal);
        Assert.Equal(200, (await list.Click("Resolved 0")).Status);
    }

    [Fact]
    public async Task A_dispute_stands_first_with_its_deadline()
    {
        var admin = await StaffVisitor.Admin(Site);
        await AddCases(OpenCaseKind.RefundStuck);
        await Paid();
        await Stripe.Dispute(Intent);

        var list = await (await admin.Open("/staff")).Click("Cases 2 open");

        Assert.Equal(["Dispute", "Refund stuck"], Names(list));
        Assert.Contains("in 7 days", list.Text, StringComparison.Ordinal);
        Assert.Contains("$597.00 is contested", list.Text, StringComparison.Ordinal);
        Assert.Contains("$597.00 is contested", (await list.Click("Dispute")).Heading, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_filter_is_in_the_address()
    {
        var admin = await StaffVisitor.Admin(Site);
        await AddCases(OpenCaseKind.RefundStuck, OpenCaseKind.MessageFailed, OpenCaseKind.UnclaimedPayment);

        var list = await (await admin.Open("/admin/cases")).Click("Emails 1");

        Assert.Equal("/admin/cases?about=emails", list.Address);
        Assert.Equal(["Email not delivered"], Names(list));
        Assert.Equal(3, Names(await admin.Open("/admin/cases?about=nonsense")).Count);
    }

    [Fact]
    public async Task What_was_resolved_says_how_why_and_by_whom()
    {
        var admin = await StaffVisitor.Admin(Site);
        await AddCases(OpenCaseKind.UnclaimedPayment);
        var page = await admin.Open($"/admin/cases/{(await Cases())[0].Id}");
        await page.Submit(f => f.Fill("As", nameof(CaseResolution.Noted)).Fill("Reason", "Sent back at Stripe."));

        var list = await (await admin.Open("/admin/cases")).Click("Resolved 1");

        Assert.Equal(["Unclaimed payment"], Names(list));
        Assert.Contains("noted Sent back at Stripe. Jordan Sample", list.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_long_list_is_paged()
    {
        var admin = await StaffVisitor.Admin(Site);
        await AddCases([.. Enumerable.Repeat(OpenCaseKind.RefundStuck, 30)]);

        var second = await (await admin.Open("/admin/cases?about=refunds")).Click("Next");

        Assert.Equal(5, Names(second).Count);
        Assert.Contains("26–30 of 30", second.Text, StringComparison.Ordinal);
        Assert.Equal(25, Names(await second.Click("Previous")).Count);
    }

    [Fact]
    public async Task The_menu_of_every_page_counts_what_is_open()
    {
        var admin = await StaffVisitor.Admin(Site);
        Assert.Equal("Cases", MenuEntry(await admin.Open("/admin/cohorts")));
        await AddCases(OpenCaseKind.UnclaimedPayment, OpenCaseKind.RefundStuck);
        Assert.Equal("Cases 2 open", MenuEntry(await admin.Open("/admin/cohorts")));

        await (await admin.Open($"/admin/cases/{(await Cases())[0].Id}")).Submit(f => f.Fill("As", nameof(CaseResolution.Noted)).Fill("Reason", "Sent back."));

        Assert.Equal("Cases 1 open", MenuEntry(await admin.Open("/staff/profile")));
    }

    [Fact]
    public async Task Marketing_sees_no_money()
    {
        var marketing = await StaffVisitor.Marketing(Site);
        await AddCases(OpenCaseKind.RefundStuck);
        var id = (await Cases())[0].Id;

        Assert.Equal(403, (await marketing.Open("/admin/cases")).Status);
        Assert.Equal(403, (await marketing.Open($"/admin/cases/{id}")).Status);
    }

    private static string MenuEntry(Page page) =>
        page.Document.QuerySelector("nav[aria-label=Main] a[href='/admin/cases']")!.TextContent.Trim();

    private static List<string> Names(Page list) => [.. list.Document.QuerySelectorAll("table:first-of-type tbody th a").Select(a => a.TextContent)];

    private Task<int> AddCases(params OpenCaseKind[] kinds) => Site.Db(db =>
    {
        db.OpenCases.AddRange(kinds.Select((kind, i) => new OpenCase(kind, $"thing_{i}", order: null, Some.Now)));
        return db.SaveChangesAsync();
    });
}
