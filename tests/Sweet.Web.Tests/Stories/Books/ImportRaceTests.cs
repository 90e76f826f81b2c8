using Microsoft.EntityFrameworkCore;
using Sweet.Domain.ByHand;
using Sweet.Domain.Courses;
using Sweet.Domain.Enrollments;
using Sweet.Domain.Tests;
using Sweet.Web.Data;
using Sweet.Web.Tests.Support;

namespace Sweet.Web.Tests.Stories.Books;

/// <summary>An import, another one and a visitor want the same seats in the same moment.</summary>
public sealed class ImportRaceTests : Story
{
    private const string Two = "Email,First name,Last name\nana@clinic.example,Ana,Ortiz\nluis@clinic.example,Luis,Ortiz";
    private const string One = "Email,First name,Last name\nana@clinic.example,Ana,Ortiz";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private StaffVisitor? admin;

    [Fact]
    public async Task Pressed_by_two_at_once_a_table_is_imported_once()
    {
        var cohort = await Given.OpenCohort();
        Page[] lines = [await Check(cohort, Two), await Check(cohort, Two)];

        var answers = await Task.WhenAll(lines.Select(page => page.Submit("Enroll 2 students")));

        Assert.Equal([200, 422], answers.Select(a => a.Status).Order());
        Assert.Equal((2, 2), await Seats(cohort));
    }

    [Fact]
    public async Task The_last_seat_goes_to_the_import_or_to_a_visitor()
    {
        var cohort = await Given.OpenCohort(seats: 2, taken: 1);
        var lines = await Check(cohort, One);
        var form = await Visitor.Open($"/cohorts/{cohort.Reference}/enrollments/new");

        var answers = await Task.WhenAll(lines.Submit("Enroll 1 student"), form.Submit(f => f.FillIn()));

        Assert.Equal([200, 422], answers.Select(a => a.Status).Order());
        Assert.Equal((2, 2), await Seats(cohort));
    }

    /// <summary>The negative control: without the lock both imports bring the same student, and the database refuses one of them.</summary>
    [Fact]
    public async Task Without_the_lock_both_bring_the_same_student()
    {
        var cohort = await Given.OpenCohort();
        var policies = await Given.Policies();
        using var bothHaveRead = new Barrier(2);

        var failures = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => Task.Run(() => Record.ExceptionAsync(() => Site.Db(async db =>
        {
            var read = await Read(db, cohort);
            var live = await db.Enrollments.FindLive(cohort.Id, "ana@clinic.example", default);
            Assert.Null(read.ImportRefusalFor(live is not null, wasImported: false, read.SeatsOpen, Site.Now));
            Assert.True(bothHaveRead.SignalAndWait(Patience));
            db.Enrollments.Add(read.Import(Some.Registration("ana@clinic.example") with { Accepted = policies }, new ImportedFrom("R-1", null), Some.Staff, Site.Now));
            await db.SaveChangesAsync();
        })))));

        Assert.IsType<DbUpdateException>(Assert.Single(failures, f => f is not null));
        Assert.Equal((1, 1), await Seats(cohort));
    }

    /// <summary>The negative control: without the lock the last seat goes to the import and to a visitor.</summary>
    [Fact]
    public async Task Without_the_lock_the_last_seat_goes_to_both()
    {
        var cohort = await Given.OpenCohort(seats: 1);
        var policies = await Given.Policies();
        using var bothHaveRead = new Barrier(2);

        await Task.WhenAll(Enumerable.Range(0, 2).Select(way => Task.Run(() => Site.Db(async db =>
        {
            var read = await Read(db, cohort);
            Assert.Null(way == 0
                ? (object?)read.ImportRefusalFor(isLive: false, wasImported: false, read.SeatsOpen, Site.Now)
                : read.RefusalFor(live: null, Site.Now));
            Assert.True(bothHaveRead.SignalAndWait(Patience));
            var registration = Some.Registration() with { Accepted = policies };
            db.Enrollments.Add(way == 0
                ? read.Import(registration, new ImportedFrom("R-1", null), Some.Staff, Site.Now)
                : read.HoldSeat(registration, live: null, Some.HoldTime, Site.Now));
            await db.SaveChangesAsync();
        }))));

        Assert.Equal((1, 2), await Seats(cohort));
    }

    private async Task<Page> Check(Cohort cohort, string table)
    {
        admin ??= await StaffVisitor.Admin(Site);
        return await (await admin.Open($"/admin/cohorts/{cohort.Id}/imports/new")).Submit(f => f.Fill("Text", table));
    }

    private static Task<Cohort> Read(SweetDbContext db, Cohort cohort) =>
        db.Cohorts.Include(c => c.Course).Include(c => c.Meetings).SingleAsync(c => c.Id == cohort.Id);

    /// <summary>By the counter, and by the rows.</summary>
    private Task<(int Taken, int Live)> Seats(Cohort cohort) => Site.Db(async db => (
        await db.Cohorts.Where(c => c.Id == cohort.Id).Select(c => c.SeatsTaken).SingleAsync(),
        await db.Enrollments.Live().CountAsync(e => e.CohortId == cohort.Id)));
}
