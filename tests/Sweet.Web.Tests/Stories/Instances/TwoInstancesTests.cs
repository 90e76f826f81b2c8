using Microsoft.EntityFrameworkCore;
using Sweet.Domain.Courses;
using Sweet.Domain.Enrollments;
using Sweet.Web.Tests.Support;

namespace Sweet.Web.Tests.Stories.Instances;

/// <summary>Two instances of the site over one database: nothing that one of them keeps in memory holds the rules together.</summary>
public sealed class TwoInstancesTests : IAsyncLifetime
{
    private const int Wanted = 50;
    private const int Seats = 30;

    private readonly SiteFactory first;
    private readonly SiteFactory second;
    private readonly Given given;

    public TwoInstancesTests()
    {
        var database = TestDatabase.Create();
        first = SiteFactory.On(database);
        second = SiteFactory.On(database);
        given = new Given(first);
    }

    public Task InitializeAsync() => Task.WhenAll(first.InitializeAsync(), second.InitializeAsync());

    public async Task DisposeAsync()
    {
        await second.DisposeAsync();
        await first.DisposeAsync();
    }

    [Fact]
    public async Task Sell_thirty_seats_to_fifty_who_ask_at_once()
    {
        var cohort = await given.OpenCohort(Seats);
        var forms = await Task.WhenAll(Enumerable.Range(0, Wanted).Select(i => (i % 2 == 0 ? first : second).NewVisitor().Open($"/cohorts/{cohort.Reference}/enrollments/new")));

        var pages = await Task.WhenAll(forms.Select(form => form.Submit(f => f.FillIn())));

        Assert.Equal((Seats, Wanted - Seats), (pages.Count(p => p.Status == 200), pages.Count(p => p.Status == 422)));
        Assert.Equal((Seats, Seats), await SeatsOf(cohort));
    }

    [Fact]
    public async Task End_each_hold_once_when_both_try()
    {
        var cohort = await given.OpenCohort(Seats, taken: 10);
        foreach (var instance in (SiteFactory[])[first, second]) instance.Pass(TimeSpan.FromHours(1));

        await Task.WhenAll(first.EndHolds(), second.EndHolds());

        Assert.Equal((0, 0), await SeatsOf(cohort));
        Assert.Equal(10, await first.Db(db => db.Messages.CountAsync(m => m.Kind == "HoldEnded")));
        Assert.Equal(10, await first.Db(db => db.History.CountAsync(h => h.Subject == "Enrollment" && h.To == nameof(EnrollmentStatus.Expired))));
    }

    private Task<(int Live, int Counted)> SeatsOf(Cohort cohort) => first.Db(async db => (
        await db.Enrollments.Live().CountAsync(e => e.CohortId == cohort.Id),
        await db.Cohorts.Where(c => c.Id == cohort.Id).Select(c => c.SeatsTaken).SingleAsync()));
}
