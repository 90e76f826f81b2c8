using Microsoft.EntityFrameworkCore;
using Sweet.Domain.Courses;
using Sweet.Domain.Courses.Planning;
using Sweet.Domain.Tests;
using Sweet.Web.Tests.Support;

namespace Sweet.Web.Tests.Stories.Cohorts;

/// <summary>The capacity is lowered in the moment in which the last seat is taken.</summary>
public sealed class CapacityRaceTests : Story
{
    [Fact]
    public async Task Either_the_seat_is_taken_or_the_capacity_is_lower()
    {
        var cohort = await Given.OpenCohort(seats: 2, taken: 1);
        var admin = await StaffVisitor.Admin(Site);
        var edit = await admin.Open($"/admin/cohorts/{cohort.Id}/edit");
        var form = await Visitor.Open($"/cohorts/{cohort.Reference}/enrollments/new");

        var answers = await Task.WhenAll(edit.Submit("Save", f => f.Fill("Capacity", "1")), form.Submit(f => f.FillIn()));

        Assert.Equal([200, 422], answers.Select(a => a.Status).Order());
        var after = await Site.Db(db => db.Cohorts.AsNoTracking().SingleAsync());
        Assert.True(after.SeatsTaken <= after.Capacity);
        Assert.Equal(after.SeatsTaken, await Site.Db(db => db.Enrollments.CountAsync()));
    }

    /// <summary>The negative control: who asks without the lock is told yes, and only the database says no.</summary>
    [Fact]
    public async Task Without_the_lock_the_rule_agrees_to_a_capacity_below_the_seats()
    {
        var cohort = await Given.OpenCohort(seats: 2, taken: 1);

        await Site.Db(async db =>
        {
            var read = await db.Cohorts.Include(c => c.Meetings).SingleAsync(c => c.Id == cohort.Id);
            var plan = read.AsPlan() with { Capacity = 1 };
            Assert.Null(read.RefusalFor(plan));
            await Given.Enrollment(cohort);
            read.Change(plan, [new FieldChange("Capacity", "2", "1")], Some.Staff, Site.Now);
            await Assert.ThrowsAnyAsync<DbUpdateException>(() => db.SaveChangesAsync());
        });
    }
}
