using Sweet.Web.Tests.Support;

namespace Sweet.Web.Tests.Stories;

public sealed class ErrorPageTests : Story
{
    [Fact]
    public async Task An_address_that_nothing_answers_says_so_and_leads_on()
    {
        var page = await Visitor.Open("/no-such-page");

        Assert.Equal(404, page.Status);
        Assert.NotEmpty(page.Heading);
        Assert.Contains("Courses", page.Links);
    }
}
