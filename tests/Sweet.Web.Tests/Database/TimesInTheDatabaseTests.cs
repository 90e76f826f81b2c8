using Microsoft.EntityFrameworkCore;
using Sweet.Domain.Tests;
using Sweet.Web.Data;
using Sweet.Web.Data.Migrating;
using Sweet.Web.Tests.Support;

namespace Sweet.Web.Tests.Database;

public sealed class TimesInTheDatabaseTests : Story
{
    [Fact]
    public async Task A_time_comes_back_as_the_same_moment_in_UTC()
    {
        var cohort = await Given.OpenCohort();
        var enrollment = await Given.Enrollment(cohort);

        var held = await Site.Db(db => db.Enrollments.Where(e => e.Id == enrollment.Id).Select(e => e.HeldUntilUtc).SingleAsync());

        Assert.Equal((Some.Now + Some.HoldTime, DateTimeKind.Utc), (held, held.Kind));
    }

    [Fact]
    public async Task A_wall_clock_time_comes_back_as_it_was_typed()
    {
        var cohort = await Given.OpenCohort(firstClassLocal: new DateTime(2027, 1, 12, 19, 0, 0, DateTimeKind.Unspecified));

        var first = await Site.Db(db => db.Cohorts.Where(c => c.Id == cohort.Id).SelectMany(c => c.Meetings).OrderBy(m => m.Number).FirstAsync());

        Assert.Equal("2027-01-12T19:00:00", first.StartsAtLocal.ToString("s", null));
        Assert.Equal(new DateTime(2027, 1, 13, 0, 0, 0, DateTimeKind.Utc), first.StartsAtUtc);
    }

    [Fact]
    public void A_local_time_is_never_stored_as_UTC()
    {
        var store = new UtcConverter().ConvertToProviderTyped;

        Assert.Throws<InvalidOperationException>(() => store(Some.Now.ToLocalTime()));
    }

    [Fact]
    public void Every_moment_of_the_model_is_stored_as_UTC()
    {
        using var db = new SqliteDesignTimeFactory().CreateDbContext([]);
        var times = db.Model.GetEntityTypes().SelectMany(t => t.GetProperties())
            .Where(p => (Nullable.GetUnderlyingType(p.ClrType) ?? p.ClrType) == typeof(DateTime) && p.DeclaringType.ClrType.Namespace!.StartsWith("Sweet.", StringComparison.Ordinal));

        var unstamped = times.Where(p => p.GetValueConverter() is not UtcConverter).Select(p => $"{p.DeclaringType.ShortName()}.{p.Name}");

        Assert.Equal(["ClassMeeting.StartsAtLocal"], unstamped);
    }
}
