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
    public void Coming_ones_are_open_now_or_later()
    {
        var later = Some.OpenCohort();
        later.SetRegistration(Some.Now.AddDays(1), later.FirstClassAtUtc, Some.Now);
        var closed = Some.OpenCohort();
        closed.Close(Some.Staff, Some.Now);

        var coming = new[] { Some.Cohort(), closed, later, Some.OpenCohort() }.AsQueryable().ComingAt(Some.Now);

        Assert.Equal(2, coming.Count());
        Assert.Contains(later, coming);
    }

    [Fact]
    public void Drafts_are_not_public() =>
        Assert.Single(new[] { Some.Cohort(), Some.OpenCohort() }.AsQueryable().Public());
}
