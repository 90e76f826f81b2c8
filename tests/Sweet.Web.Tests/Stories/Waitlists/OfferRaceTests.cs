using Microsoft.EntityFrameworkCore;
using Sweet.Domain;
using Sweet.Domain.Courses;
using Sweet.Domain.Enrollments;
using Sweet.Domain.Tests;
using Sweet.Domain.Waitlists;
using Sweet.Web.Tests.Support;
using Sweet.Web.Workers;

namespace Sweet.Web.Tests.Stories.Waitlists;

public sealed class OfferRaceTests : WaitlistStory
{
    private const string Noor = "noor@clinic.example";
    private const int Many = 10;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    [Fact]
    public async Task Of_walk_ins_and_the_line_the_line_gets_the_seat()
    {
        var cohort = await Given.OpenCohort(seats: 1);
        var forms = await Task.WhenAll(Enumerable.Range(0, Many).Select(_ => Site.NewVisitor().Open($"/cohorts/{cohort.Reference}/enrollments/new")));
        var seated = await Given.Enrollment(cohort);
        await Join(cohort, Noor);

        var walkIns = Task.WhenAll(forms.Select(form => form.Submit(f => f.FillIn())));
        await Task.WhenAll(walkIns, GiveBack(seated), OfferSeats(), OfferSeats());
        await OfferSeats();

        Assert.All(await walkIns, page => Assert.Equal(422, page.Status));
        Assert.Equal(WaitlistStatus.Offered, (await Entry(Noor)).Status);
        await AssertSeatsAgree(cohort);
    }

    [Fact]
    public async Task An_offer_that_is_accepted_many_times_at_once_is_one_seat()
    {
        var (cohort, seated) = await Full();
        await Join(cohort, Noor);
        await GiveBack(seated);
        await OfferSeats();
        var address = $"/waitlist-entries/{(await Entry(Noor)).Token}/enrollments/new";
        var forms = await Task.WhenAll(Enumerable.Range(0, Many).Select(_ => Site.NewVisitor().Open(address)));

        await Task.WhenAll(forms.Select(form => form.Submit(f => f.Choose("Profession", "Social worker").Tick("Consent"))));

        Assert.Equal(1, await Site.Db(db => db.Enrollments.Live().CountAsync()));
        await AssertSeatsAgree(cohort);
    }

    [Fact]
    public async Task An_offer_is_accepted_or_lapses_and_never_both()
    {
        var (cohort, seated) = await Full();
        await Join(cohort, Noor);
        await GiveBack(seated);
        await OfferSeats();
        var form = await Site.NewVisitor().Open($"/waitlist-entries/{(await Entry(Noor)).Token}/enrollments/new");

        Site.Pass((await Entry(Noor)).OfferEndsAtUtc!.Value - Site.Now);
        var accepting = form.Submit(f => f.Choose("Profession", "Social worker").Tick("Consent"));
        await Task.WhenAll(accepting, OfferSeats());

        Assert.Equal(422, (await accepting).Status);
        Assert.Equal(WaitlistStatus.Lapsed, (await Entry(Noor)).Status);
        Assert.Equal(0, await SeatsTaken(cohort));
        await AssertSeatsAgree(cohort);
    }

    [Fact]
    public async Task Two_rounds_at_once_make_one_offer_of_each_seat()
    {
        var (cohort, seated) = await Full();
        await Join(cohort, Noor);
        await Join(cohort, "liam@clinic.example");
        await GiveBack(seated);

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Site.Tick<OffersWork>()));

        Assert.Equal(1, await Site.Db(db => db.WaitlistEntries.CountAsync(e => e.Status == WaitlistStatus.Offered)));
        await AssertSeatsAgree(cohort);
    }

    /// <summary>The negative control: the same rules without the lock offer one seat to two.</summary>
    [Fact]
    public async Task Without_the_lock_one_seat_is_offered_to_two()
    {
        var (cohort, seated) = await Full();
        await Join(cohort, Noor);
        await Join(cohort, "liam@clinic.example");
        await GiveBack(seated);
        using var bothHaveRead = new Barrier(2);

        await Task.WhenAll(new[] { Noor, "liam@clinic.example" }.Select(email => Task.Run(() => Site.Db(async db =>
        {
            var read = await db.Cohorts.SingleAsync(c => c.Id == cohort.Id);
            var entry = await db.WaitlistEntries.SingleAsync(e => e.EmailKey == email);
            Assert.True(read.CanOfferAt(Site.Now));
            Assert.True(bothHaveRead.SignalAndWait(Patience));
            read.Offer(entry, TimeSpan.FromHours(24), Actor.Worker("test"), Site.Now);
            await db.SaveChangesAsync();
        }))));

        Assert.Equal(2, await Site.Db(db => db.WaitlistEntries.CountAsync(e => e.Status == WaitlistStatus.Offered)));
        Assert.Equal(1, await SeatsTaken(cohort));
    }

    /// <summary>The negative control: without the lock a walk-in takes the seat that is offered in the same moment.</summary>
    [Fact]
    public async Task Without_the_lock_a_walk_in_takes_an_offered_seat()
    {
        var cohort = await Given.OpenCohort(seats: 2, taken: 1);
        var policies = await Given.Policies();
        var entryId = await Site.Db(async db =>
        {
            // Two seats, one taken, and one who got in line while both were: the walk-in reads before that.
            var entry = new WaitlistEntry(cohort.Id, Some.Email(Noor), new PersonName("Noor", "Haddad"), policies.PrivacyPolicyVersionId, Site.Now);
            db.WaitlistEntries.Add(entry);
            await db.SaveChangesAsync();
            return entry.Id;
        });

        await Site.Db(async db =>
        {
            var read = await db.Cohorts.Include(c => c.Course).Include(c => c.Meetings).SingleAsync(c => c.Id == cohort.Id);
            Assert.Null(read.RefusalFor(live: null, Site.Now));
            await Site.Db(async other =>
            {
                var filled = await other.Cohorts.Include(c => c.Course).Include(c => c.Meetings).SingleAsync(c => c.Id == cohort.Id);
                var brief = filled.HoldSeat(Some.Registration() with { Accepted = policies }, live: null, Some.HoldTime, Site.Now);
                var entry = await other.WaitlistEntries.SingleAsync(e => e.Id == entryId);
                filled.Join(entry, [], live: null, Site.Now);
                filled.Release(brief, ExpiryReason.GivenBack, Actor.Student, Site.Now);
                filled.Offer(entry, TimeSpan.FromHours(24), Actor.Worker("test"), Site.Now);
                other.Enrollments.Add(brief);
                await other.SaveChangesAsync();
            });
            db.Enrollments.Add(read.HoldSeat(Some.Registration() with { Accepted = policies }, live: null, Some.HoldTime, Site.Now));
            await db.SaveChangesAsync();
        });

        var live = await Site.Db(db => db.Enrollments.Live().CountAsync());
        var offered = await Site.Db(db => db.WaitlistEntries.CountAsync(e => e.Status == WaitlistStatus.Offered));
        Assert.Equal((2, 1, 2), (live, offered, await SeatsTaken(cohort)));
    }
}
