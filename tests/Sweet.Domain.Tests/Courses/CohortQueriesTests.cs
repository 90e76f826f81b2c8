using Sweet.Domain.Courses;

namespace Sweet.Domain.Tests.Courses;

public class CohortQueriesTests
{
    [Fact]
    public void Open_ones_agree_with_the_cohort_itself_at_every_border()
    {
        var cohort = Some.OpenCohort();
        DateTime[] borders = [cohort.RegistrationOpensAtUtc, cohort.RegistrationClosesAtUtc, cohort.FirstClassAtUtc, cohort.LastClassEndsAtUtc];

        foreach (var moment in borders.SelectMany(b => new[] { b.AddTicks(-1), b }))
        {
            var found = new[] { cohort }.AsQueryable().OpenAt(moment).Any();
            Assert.Equal(cohort.PhaseAt(moment) is CohortPhase.Open or CohortPhase.Full, found);
        }
    }

    [Fact]
    public void Drafts_are_not_public() =>
        Assert.Single(new[] { Some.Cohort(), Some.OpenCohort() }.AsQueryable().Public());
}
