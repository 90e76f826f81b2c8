using Sweet.Domain.Courses;

namespace Sweet.Domain.Tests.Courses;

public class ApprovalTests
{
    [Theory]
    [InlineData("2024-12-31", false)]
    [InlineData("2025-01-01", true)]
    [InlineData("2026-12-31", true)]
    [InlineData("2027-01-01", false)]
    public void Covers_its_first_and_its_last_day(string day, bool covered)
    {
        var approval = new Approval("Counselors", 12, "A board", "1", new DateOnly(2025, 1, 1), new DateOnly(2026, 12, 31));

        Assert.Equal(covered, approval.CoversOn(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture)));
    }

    [Fact]
    public void Without_an_end_it_goes_on() =>
        Assert.True(new Approval("Counselors", 12, "A board", "1", new DateOnly(2025, 1, 1), null).CoversOn(new DateOnly(2099, 1, 1)));
}
