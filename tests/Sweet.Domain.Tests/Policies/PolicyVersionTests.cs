using Sweet.Domain.Policies;

namespace Sweet.Domain.Tests.Policies;

public class PolicyVersionTests
{
    [Fact]
    public void The_version_in_force_is_the_latest_that_has_begun()
    {
        var versions = new[]
        {
            Version(PolicyKind.Refunds, Some.Now.AddYears(-1)),
            Version(PolicyKind.Refunds, Some.Now),
            Version(PolicyKind.Refunds, Some.Now.AddTicks(1)),
            Version(PolicyKind.Privacy, Some.Now),
        };

        Assert.Same(versions[1], versions.AsQueryable().InForce(PolicyKind.Refunds, Some.Now).Single());
    }

    private static PolicyVersion Version(PolicyKind kind, DateTime fromUtc) => new(kind, "Refunds", "Words.", fromUtc, isSample: true);
}
