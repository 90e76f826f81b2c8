using Microsoft.EntityFrameworkCore;
using Sweet.Domain.Policies;
using Sweet.Web.Tests.Support;
using Sweet.Web.Wording.Comparing;

namespace Sweet.Web.Tests.Stories.Books;

/// <summary>Policies as dated versions: the next order accepts the new one, older orders keep theirs.</summary>
public sealed class PolicyVersionTests : Story
{
    [Fact]
    public async Task A_new_version_of_today_is_accepted_by_the_next_order_and_the_older_one_keeps_its_own()
    {
        var (admin, cohort) = (await StaffVisitor.Admin(Site), await Given.OpenCohort());
        var earlier = await Visitor.Register(cohort, Journey.Email);

        var saved = await Save(await admin.Open("/admin/policies/refunds/new"), "Half of it, always.", Site.Now);
        await Site.NewVisitor().Register(cohort, "later@clinic.example");

        Assert.Contains("Half of it, always.", (await Visitor.Open("/policies/refunds")).Text, StringComparison.Ordinal);
        var accepted = await Site.Db(db => db.Orders.OrderBy(o => o.Id).Select(o => o.RefundPolicyVersionId).ToListAsync());
        Assert.NotEqual(accepted[0], accepted[1]);
        Assert.EndsWith($"/{accepted[1]}", saved.Address, StringComparison.Ordinal);
        var old = await (await earlier.Reload()).Click("refund policy");
        Assert.Equal($"/policies/refunds/versions/{accepted[0]}", old.Address);
        Assert.Contains("What we say about Refunds.", old.Text, StringComparison.Ordinal);
        Assert.Contains("is not in force anymore", old.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_text_of_several_paragraphs_is_saved_untouched()
    {
        var admin = await StaffVisitor.Admin(Site);
        await Given.Policies();

        await Save(await admin.Open("/admin/policies/refunds/new"), "## Before\r\n\r\nAll of it.\r\n\r\n## After\r\n\r\nHalf.", Site.Now);
        var untouched = await (await admin.Open("/admin/policies/refunds/new")).Submit();

        Assert.Equal(200, untouched.Status);
        Assert.Equal(
            ["## Before\n\nAll of it.\n\n## After\n\nHalf.", "## Before\n\nAll of it.\n\n## After\n\nHalf."],
            await Site.Db(db => db.PolicyVersions.Where(v => v.Kind == PolicyKind.Refunds).OrderBy(v => v.Id).Skip(1).Select(v => v.Body).ToListAsync()));
    }

    [Fact]
    public async Task A_version_of_a_later_day_holds_from_its_beginning_in_New_York()
    {
        var admin = await StaffVisitor.Admin(Site);
        await Given.Policies();

        var saved = await Save(await admin.Open("/admin/policies/privacy/new"), "We keep less.", Site.Now.AddDays(3));

        Assert.Contains("To come", saved.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("We keep less.", (await Visitor.Open("/policies/privacy")).Text, StringComparison.Ordinal);
        Assert.Equal(404, (await Visitor.Open(saved.Address.Replace("/admin/policies/", "/policies/privacy/versions/", StringComparison.Ordinal))).Status);
        Site.Pass(TimeSpan.FromDays(3));
        Assert.Contains("We keep less.", (await Visitor.Open("/policies/privacy")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Before_it_is_saved_the_words_are_compared_and_nothing_is_lost()
    {
        var admin = await StaffVisitor.Admin(Site);
        await Given.Policies();
        var form = await admin.Open("/admin/policies/refunds/new");

        var compared = await form.Submit("Compare first", f => f.Fill("Body", "What we say about refunds and fees."));

        Assert.Equal(200, compared.Status);
        Assert.Equal("Refunds", compared.Document.QuerySelector("main del")!.TextContent.Trim());
        Assert.Contains("fees", compared.Document.QuerySelectorAll("main ins").Select(i => i.TextContent).Last(), StringComparison.Ordinal);
        Assert.Equal("What we say about refunds and fees.", compared.MainForm["Body"].Trim());
        Assert.Equal(1, await Site.Db(db => db.PolicyVersions.CountAsync(v => v.Kind == PolicyKind.Refunds)));
    }

    [Theory]
    [InlineData("", "2030-01-31", "Body", "Enter the text")]
    [InlineData("Words.", "2001-01-31", "From", "Choose today or a later day")]
    [InlineData("Words.", "2130-01-31", "From", "within two years")]
    [InlineData("Words.", "2030-02-31", "From", "does not exist")]
    [InlineData("Words.", "soon", "From", "Enter a date like")]
    public async Task What_cannot_be_is_refused_with_a_sentence(string body, string from, string field, string why)
    {
        var admin = await StaffVisitor.Admin(Site);
        await Given.Policies();

        var answer = await (await admin.Open("/admin/policies/refunds/new")).Submit(f => f.Fill("Title", "My title").Fill("Body", body).Fill("From", from));

        Assert.Equal(422, answer.Status);
        Assert.Contains(why, answer.ProblemOf(field), StringComparison.Ordinal);
        Assert.Equal("My title", answer.MainForm["Title"]);
    }

    [Fact]
    public async Task The_second_of_two_who_write_sees_where_theirs_differs_and_loses_nothing()
    {
        var admin = await StaffVisitor.Admin(Site);
        await Given.Policies();
        var (mine, theirs) = (await admin.Open("/admin/policies/refunds/new"), await admin.Open("/admin/policies/refunds/new"));
        await Save(theirs, "Their words.", Site.Now);

        var refused = await Save(mine, "My words.", Site.Now);
        var saved = await refused.Submit();

        Assert.Equal(422, refused.Status);
        Assert.Contains("Someone has saved a newer version", refused.ProblemOf("Body"), StringComparison.Ordinal);
        Assert.Equal("My words.", refused.MainForm["Body"].Trim());
        Assert.Equal("Their", refused.Document.QuerySelector("main del")!.TextContent.Trim());
        Assert.Equal(200, saved.Status);
        Assert.Equal(3, await Site.Db(db => db.PolicyVersions.CountAsync(v => v.Kind == PolicyKind.Refunds)));
        Assert.Contains("Policy Refunds", (await admin.Open("/admin/audit?what=policies")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/admin/policies/Refunds/new")]
    [InlineData("/admin/policies/0/new")]
    [InlineData("/policies/refunds/versions/99")]
    [InlineData("/policies/terms/versions/1")]
    public async Task There_is_no_other_address(string address)
    {
        var admin = await StaffVisitor.Admin(Site);
        await Given.Policies();

        Assert.Equal(404, (await admin.Open(address)).Status);
    }

    [Theory]
    [InlineData("one two three", "one 2 three", "one [-two-][+2+] three")]
    [InlineData("same", "same", "same")]
    [InlineData("", "new", "[+new+]")]
    [InlineData("a\n\nb", "a\n\nb\n\nc", "a|b|[+c+]")]
    public void Two_texts_are_compared_by_words(string before, string after, string expected) =>
        Assert.Equal(expected, string.Join('|', TextComparison.Of(before, after).Paragraphs.Select(p => string.Concat(p.Select(Shown)))));

    private static string Shown(ComparedWords words) => words.Change switch
    {
        WordChange.Came => $"[+{words.Text}+]",
        WordChange.Went => $"[-{words.Text}-]",
        _ => words.Text,
    };

    private static Task<Page> Save(Page form, string body, DateTime day) =>
        form.Submit(f => f.Fill("Body", body).Fill("From", $"{day:yyyy-MM-dd}"));
}
