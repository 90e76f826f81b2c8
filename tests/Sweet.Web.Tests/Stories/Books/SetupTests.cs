using Microsoft.EntityFrameworkCore;
using Sweet.Domain;
using Sweet.Domain.Policies;
using Sweet.Web.Founding;
using Sweet.Web.Tests.Support;
using Sweet.Web.Wording;

namespace Sweet.Web.Tests.Stories.Books;

/// <summary>What a new installation begins with.</summary>
public sealed class SetupTests : Story
{
    private static readonly int Kinds = Enum.GetValues<PolicyKind>().Length;

    [Fact]
    public async Task An_admin_makes_the_first_policies_and_course_by_one_button_and_twice_does_no_harm()
    {
        var admin = await StaffVisitor.Admin(Site);
        var page = await admin.Open("/admin/setup");

        var done = await page.Submit("Make them");
        await page.Submit("Make them");

        Assert.Contains("has its policies and a course", done.Text, StringComparison.Ordinal);
        Assert.Equal((Kinds, 1), await Count());
        Assert.Equal(200, (await Visitor.Open("/policies/refunds")).Status);
        Assert.Equal(404, (await Visitor.Open("/courses/interpersonal-psychotherapy")).Status);
        Assert.Contains("Policy Refunds", (await admin.Open("/admin/audit?what=policies")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_there_already_stays_as_it_is()
    {
        await Given.Course();

        await Site.Do<FoundInstitute>(found => found.Found(Actor.Staff("command line"), default));

        Assert.Equal((Kinds, 1), await Count());
        Assert.Equal("What we say about Refunds.", await Site.Db(db => db.PolicyVersions.Where(v => v.Kind == PolicyKind.Refunds).Select(v => v.Body).SingleAsync()));
    }

    [Fact]
    public async Task Two_who_do_it_at_once_make_one_of_each()
    {
        await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => Site.Do<FoundInstitute>(found => found.Found(Actor.Staff("command line"), default))));

        Assert.Equal((Kinds, 1), await Count());
    }

    [Fact]
    public void Every_text_is_shown_as_it_is_written() =>
        Assert.All(FirstPolicies.All(Site.Now), policy => Assert.Null(MarkdownText.RefusalFor(policy.Body)));

    private Task<(int Policies, int Courses)> Count() =>
        Site.Db(async db => (await db.PolicyVersions.CountAsync(), await db.Courses.CountAsync()));
}
