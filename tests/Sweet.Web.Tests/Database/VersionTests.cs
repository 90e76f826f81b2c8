using Microsoft.EntityFrameworkCore;
using Sweet.Domain;
using Sweet.Domain.Courses;
using Sweet.Domain.Tests;
using Sweet.Web.Tests.Support;

namespace Sweet.Web.Tests.Database;

/// <summary>Two people who edit the same version are told; a student who takes a seat meanwhile is in nobody's way.</summary>
public sealed class VersionTests : Story
{
    [Fact]
    public async Task Of_two_edits_of_the_same_course_only_one_is_saved()
    {
        await Given.Course();

        await Collide<Course>(course => course.SetRefundFee(20, Site.Now), course => course.AddWeek("Topic 7", "An aim.", Site.Now));

        var saved = await Site.Db(db => db.Courses.AsNoTracking().Include(c => c.Weeks).SingleAsync());
        Assert.Equal((20, 6), (saved.RefundFeePercent, saved.Weeks.Count));
    }

    [Fact]
    public async Task Of_two_edits_of_the_same_cohort_only_one_is_saved()
    {
        await Given.OpenCohort();

        await Collide<Cohort>(
            first => first.SetWhatsAppUrl("https://group.example", Site.Now),
            second => second.Close(Some.Staff, Site.Now));

        Assert.Equal(CohortStatus.Open, await Site.Db(db => db.Cohorts.Select(c => c.Status).SingleAsync()));
    }

    [Fact]
    public async Task An_edit_and_a_registration_at_the_same_time_are_both_saved()
    {
        var cohort = await Given.OpenCohort();

        await Site.Db(async db =>
        {
            var edited = await db.Cohorts.SingleAsync();
            await Visitor.Register(cohort, Journey.Email);
            edited.SetEarlyPrice(new Money(49_700, "USD"), Site.Now.AddDays(7), Site.Now);
            await db.SaveChangesAsync();
        });

        var saved = await Site.Db(db => db.Cohorts.AsNoTracking().SingleAsync());
        Assert.Equal((1, 49_700L, cohort.Version + 1), (saved.SeatsTaken, saved.EarlyPriceMinor, saved.Version));
    }

    [Fact]
    public async Task A_registration_after_an_edit_that_it_had_not_seen_is_saved_too()
    {
        var cohort = await Given.OpenCohort();
        var form = await Visitor.Open($"/cohorts/{cohort.Reference}/enrollments/new");
        await Site.Db(async db =>
        {
            (await db.Cohorts.SingleAsync()).SetWhatsAppUrl("https://group.example", Site.Now);
            await db.SaveChangesAsync();
        });

        var held = await form.Submit(fields => fields.FillIn());

        Assert.Equal([303, 200], held.Statuses);
        var saved = await Site.Db(db => db.Cohorts.AsNoTracking().SingleAsync());
        Assert.Equal((1, "https://group.example", cohort.Version + 1), (saved.SeatsTaken, saved.WhatsAppUrl, saved.Version));
    }

    /// <summary>Both have read before either saves.</summary>
    private Task Collide<T>(Action<T> first, Action<T> second)
        where T : class =>
        Site.Db(async db =>
        {
            var read = await db.Set<T>().SingleAsync();
            await Site.Db(async other =>
            {
                first(await other.Set<T>().SingleAsync());
                await other.SaveChangesAsync();
            });

            second(read);
            await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => db.SaveChangesAsync());
        });
}
