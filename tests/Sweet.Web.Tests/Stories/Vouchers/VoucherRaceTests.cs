using Microsoft.EntityFrameworkCore;
using Sweet.Domain.Courses;
using Sweet.Domain.Tests;
using Sweet.Domain.Vouchers;
using Sweet.Web.Features.Students.Enrollments;
using Sweet.Web.Tests.Support;

namespace Sweet.Web.Tests.Stories.Vouchers;

/// <summary>In cohorts of its own each: the lock of a cohort alone lets two use the last at once.</summary>
public sealed class VoucherRaceTests : Story
{
    private const string Code = "SAMPLE-CLINIC";
    private const int Tries = 100;
    private const int Uses = 5;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    [Fact]
    public async Task Of_a_hundred_at_once_no_more_use_it_than_may()
    {
        await Given.Voucher(Some.Percent(10) with { MaxUses = Uses });
        Cohort[] cohorts = [await Given.OpenCohort(seats: Tries), await Given.OpenCohort(seats: Tries), await Given.OpenCohort(seats: Tries)];
        var forms = await Task.WhenAll(Enumerable.Range(0, Tries).Select(
            n => Site.NewVisitor().Open($"/cohorts/{cohorts[n % cohorts.Length].Reference}/enrollments/new?code={Code}")));

        var pages = await Task.WhenAll(forms.Select(page => page.Submit(form => form.FillIn())));

        Assert.Equal(Uses, pages.Count(p => p.Status == 200));
        Assert.Equal(Tries - Uses, pages.Count(p => p.Status == 422));
        Assert.Equal(Uses, await Site.Db(db => db.Orders.Uses().CountAsync()));
        Assert.Equal(Uses, await Site.Db(db => db.Cohorts.SumAsync(c => c.SeatsTaken)));
    }

    /// <summary>The negative control: the same rules without the voucher's lock let both have the last.</summary>
    [Fact]
    public async Task Without_its_lock_two_use_the_last()
    {
        await Given.Voucher(Some.Percent(10) with { MaxUses = 1 });
        Cohort[] cohorts = [await Given.OpenCohort(), await Given.OpenCohort()];
        var policies = await Given.Policies();
        using var bothHaveRead = new Barrier(2);

        await Task.WhenAll(cohorts.Select(cohort => Task.Run(() => Site.Db(async db =>
        {
            var read = await db.Cohorts.Include(c => c.Course).Include(c => c.Meetings).SingleAsync(c => c.Id == cohort.Id);
            var claim = await db.FindVoucher(Code, "ana@clinic.example", CancellationToken.None);
            Assert.Null(claim!.RefusalFor(read, Site.Now));
            Assert.True(bothHaveRead.SignalAndWait(Patience));
            var registration = Some.Registration() with { Accepted = policies, Voucher = claim };
            db.Enrollments.Add(read.HoldSeat(registration, live: null, Some.HoldTime, Site.Now));
            await db.SaveChangesAsync();
        }))));

        Assert.Equal(2, await Site.Db(db => db.Orders.Uses().CountAsync()));
    }
}
