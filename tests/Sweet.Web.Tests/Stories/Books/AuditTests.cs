using Sweet.Domain;
using Sweet.Domain.Staff;
using Sweet.Domain.Vouchers;
using Sweet.Web.Tests.Support;

namespace Sweet.Web.Tests.Stories.Books;

/// <summary>Who did what, with before and after, as one list that can be searched.</summary>
public sealed class AuditTests : Story
{
    [Fact]
    public async Task A_change_of_an_account_stands_there_with_before_and_after_and_leads_to_it()
    {
        var (admin, other) = (await StaffVisitor.Admin(Site), await StaffVisitor.Marketing(Site));
        await (await admin.Open($"/admin/people/{await other.Id()}")).Submit("Change the roles", f => f.Tick("IsAdmin"));

        var page = await admin.Open("/admin/audit");

        var row = Rows(page)[0];
        Assert.Contains("Account of Jordan Sample", row, StringComparison.Ordinal);
        Assert.Contains("Marketing Admin, Marketing", row, StringComparison.Ordinal);
        Assert.Equal($"/admin/people/{await other.Id()}", page.Link("Account of Jordan Sample"));
    }

    [Fact]
    public async Task Invitations_and_what_one_does_to_ones_own_account_stand_there_too()
    {
        var admin = await StaffVisitor.Admin(Site);
        var people = await (await admin.Open("/admin/people/invitations")).Submit(f => f.Fill("Email", "new@clinic.example").Tick("IsMarketing"));
        await people.Submit("Revoke");
        await (await admin.Open("/staff/profile/password"))
            .Submit(f => f.Fill("Current", StaffVisitor.Password).Fill("Password", "a lighthouse hums at dawn"));

        var rows = Rows(await admin.Open("/admin/audit"));

        Assert.Contains("password changed", rows[0], StringComparison.Ordinal);
        Assert.Contains("new@clinic.example revoked", rows[1], StringComparison.Ordinal);
        Assert.Contains("new@clinic.example as Marketing", rows[2], StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_is_searched_by_words_by_who_did_it_by_what_and_by_dates()
    {
        var (admin, other) = (await StaffVisitor.Admin(Site), await StaffVisitor.Marketing(Site));
        await (await admin.Open($"/admin/people/{await other.Id()}")).Submit("Disable the account");
        Site.Pass(TimeSpan.FromDays(3));
        await admin.SignIn();
        await (await admin.Open($"/admin/people/{await other.Id()}")).Submit("Enable the account");

        Assert.Equal(2, Count(await admin.Open("/admin/audit?find=DISABLED&what=accounts&since=2020-01-01")));
        Assert.Equal(0, Count(await admin.Open($"/admin/audit?find=disabled&who={await other.Id()}")));
        Assert.Equal(0, Count(await admin.Open("/admin/audit?what=money")));
        Assert.Equal(1, Count(await admin.Open($"/admin/audit?since={Site.Now.AddDays(-1):yyyy-MM-dd}")));
        Assert.Equal(0, Count(await admin.Open("/admin/audit?until=2020-01-01")));
        Assert.Equal(0, Count(await admin.Open("/admin/audit?find=100%25")));
    }

    [Fact]
    public async Task A_voucher_is_led_to_and_the_list_as_it_is_filtered_opens_in_a_spreadsheet()
    {
        var admin = await StaffVisitor.Admin(Site);
        var voucher = await Given.Voucher(code: "SAMPLE-CLINIC");
        await Site.Db(async db =>
        {
            db.History.Add(VoucherHistory.Entry(voucher.Code, from: null, "=HYPERLINK(1)", Actor.Staff(await admin.Id()), Site.Now));
            await db.SaveChangesAsync();
        });

        var page = await admin.Open("/admin/audit?find=sample-clinic");
        var file = await page.Click("Save as CSV");

        Assert.Equal($"/admin/vouchers/{voucher.Id}", page.Link("Voucher SAMPLE-CLINIC"));
        Assert.Equal(("text/csv", 2), (file.ContentType, file.Body.Trim().Split("\r\n").Length));
        Assert.Equal("2026-11-23 10:00:00,Jordan Sample,Voucher SAMPLE-CLINIC,,,\"'=HYPERLINK(1)\",", file.Body.Trim().Split("\r\n")[1]);
    }

    [Fact]
    public async Task A_filter_lives_in_the_address_and_is_taken_away_by_a_link()
    {
        var admin = await StaffVisitor.Admin(Site);

        var page = await (await admin.Open("/admin/audit?find=nothing+like+this&what=money&page=2")).Click("Money");

        Assert.Equal("/admin/audit?find=nothing%20like%20this", page.Address);
        Assert.Contains("No change is like this", page.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("?what=nonsense&since=yesterday&until=2026-02-31&page=-4")]
    [InlineData("?who=%00&find=%25%5C_&page=99999")]
    public async Task What_makes_no_sense_in_the_address_is_passed_over(string query)
    {
        var admin = await StaffVisitor.Admin(Site);

        Assert.Equal(200, (await admin.Open($"/admin/audit{query}")).Status);
    }

    [Fact]
    public async Task It_is_paged_and_asks_the_database_little()
    {
        var admin = await StaffVisitor.Admin(Site);
        await Site.Db(async db =>
        {
            for (var i = 0; i < 120; i++) db.History.Add(StaffHistory.Entry("7", $"before {i}", $"after {i}", Actor.Staff("command line"), Site.Now));
            await db.SaveChangesAsync();
        });
        Site.Statements.Take();

        var page = await (await admin.Open("/admin/audit?find=after")).Click("Next");

        Assert.Contains("51–100 of 120", page.Text, StringComparison.Ordinal);
        Assert.Contains("after 69", Rows(page)[0], StringComparison.Ordinal);
        Assert.Contains("command line", Rows(page)[0], StringComparison.Ordinal);
        Assert.InRange(Site.Statements.Take().Count, 2, 16);
    }

    private static int Count(Page page) => Rows(page).Count;

    private static List<string> Rows(Page page) => [.. page.Document.QuerySelectorAll("main tbody tr").Select(row => Page.Read(row))];
}
