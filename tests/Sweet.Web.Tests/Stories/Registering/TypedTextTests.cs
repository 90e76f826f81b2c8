using Microsoft.EntityFrameworkCore;
using Sweet.Web.Tests.Support;

namespace Sweet.Web.Tests.Stories.Registering;

public sealed class TypedTextTests : Story
{
    [Theory]
    [InlineData("\u200B")]
    [InlineData("\u200D")]
    [InlineData("\u2800")]
    [InlineData("\u3164")]
    [InlineData("\u00AD\u115F")]
    public async Task A_name_that_shows_nothing_is_no_name(string name)
    {
        var page = await Visitor.Register(await Given.OpenCohort(), change: form => form.Fill("First name", name));

        Assert.Equal(422, page.Status);
        Assert.Equal("Write your first name", page.ProblemOf("FirstName"));
        Assert.Equal(0, await Site.Db(db => db.Enrollments.CountAsync()));
    }

    [Theory]
    [InlineData("Ana\u202E")]
    [InlineData("A\u2067na")]
    [InlineData("An\u0007a")]
    public async Task A_sign_that_cannot_be_seen_is_told_beside_its_field_and_nothing_else_is_lost(string name)
    {
        var page = await Visitor.Register(await Given.OpenCohort(), Journey.Email, form => form.Fill("First name", name));

        Assert.Equal(422, page.Status);
        Assert.StartsWith("“First name” has a sign in it that cannot be seen", page.ProblemOf("FirstName"), StringComparison.Ordinal);
        Assert.Equal(("Ortiz", Journey.Email), (page.MainForm["Last name"], page.MainForm["Email address"]));
        Assert.Equal(0, await Site.Db(db => db.Enrollments.CountAsync()));
    }

    [Fact]
    public async Task An_answer_that_was_not_offered_is_asked_for_again()
    {
        var page = await Visitor.Register(await Given.OpenCohort(), change: form => form.Fill("Profession", "Wizard"));

        Assert.Equal(422, page.Status);
        Assert.Contains("Choose one of the answers", page.ProblemOf("Profession"), StringComparison.Ordinal);
    }
}
