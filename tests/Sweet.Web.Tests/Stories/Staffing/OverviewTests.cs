using Sweet.Domain.Cases;
using Sweet.Domain.Tests;
using Sweet.Web.Tests.Support;

namespace Sweet.Web.Tests.Stories.Staffing;

/// <summary>The first page of the office: what needs a person now, and how the cohorts fill.</summary>
public sealed class OverviewTests : Story
{
    [Fact]
    public async Task It_says_plainly_that_nothing_needs_a_person()
    {
        var admin = await StaffVisitor.Admin(Site);

        var page = await admin.Open("/staff");

        Assert.Equal("Nothing needs you", page.Heading);
    }
}
