using Microsoft.EntityFrameworkCore;
using Sweet.Domain.Courses;
using Sweet.Domain.Enrollments;
using Sweet.Domain.Tests;
using Sweet.Web.Tests.Support;

namespace Sweet.Web.Tests.Database;

/// <summary>What the database itself refuses, should a rule of ours ever be passed by.</summary>
public sealed class RulesOfTheDatabaseTests : Story
{
    [Theory]
    [InlineData(-1)]
    [InlineData(31)]
    public async Task The_seat_counter_stays_between_none_and_all(int seats)
    {
        var cohort = await Given.OpenCohort(seats: 30);

        var write = () => Site.Db(db => db.Cohorts.Where(c => c.Id == cohort.Id).ExecuteUpdateAsync(set => set.SetProperty(c => c.SeatsTaken, seats)));

        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(write);
    }

    [Fact]
    public async Task One_address_has_one_live_enrollment_in_a_cohort()
    {
        var cohort = await Given.OpenCohort();
        await Given.Enrollment(cohort, "ana@clinic.example");

        await Assert.ThrowsAsync<DbUpdateException>(() => Given.Enrollment(cohort, "ANA@clinic.example"));
    }

    [Fact]
    public async Task One_address_has_a_place_in_each_of_two_cohorts()
    {
        var enrollment = await Given.Enrollment(await Given.OpenCohort(), "ana@clinic.example");
        var other = await Given.Enrollment(await Given.OpenCohort(), "ana@clinic.example");

        Assert.NotEqual(enrollment.CohortId, other.CohortId);
    }

    [Fact]
    public async Task An_address_may_come_again_after_its_hold_ended()
    {
        var cohort = await Given.OpenCohort();
        await Given.Enrollment(cohort, "ana@clinic.example", change: (locked, held) => locked.Release(held, ExpiryReason.TimeOver, Domain.Actor.Student, Some.Now));

        var again = await Given.Enrollment(cohort, "ana@clinic.example");

        Assert.True(again.IsLive);
    }
}
