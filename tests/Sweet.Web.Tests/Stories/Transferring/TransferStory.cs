using Microsoft.EntityFrameworkCore;
using Sweet.Domain.Cases;
using Sweet.Domain.Courses;
using Sweet.Domain.Enrollments;
using Sweet.Domain.Tests;
using Sweet.Web.Seating;
using Sweet.Web.Tests.Support;

namespace Sweet.Web.Tests.Stories.Transferring;

public abstract class TransferStory : PaidStory
{
    private protected static readonly DateTime Later = new(2027, 2, 9, 19, 0, 0, DateTimeKind.Unspecified);

    private protected async Task<(Cohort Old, Cohort To)> Two(long price = 59_700, int seats = 30) =>
        (await Given.OpenCohort(), await Given.OpenCohort(seats, price: new Domain.Money(price, "USD"), firstClassLocal: Later));

    private protected Task<TransferResult> Transfer(int id, Cohort to, long due) =>
        Site.Do<TransferStudent, TransferResult>(t => t.Transfer(id, to.Id, due, waivedBecause: null, Some.Staff, default));

    /// <summary>A bank took a part of the payment, before it was known what would become of the seat.</summary>
    private protected Task AskAboutSeat(int enrollmentId) => Site.Db(async db =>
    {
        var order = await db.Orders.Include(o => o.Enrollment).SingleAsync(o => o.EnrollmentId == enrollmentId);
        db.OpenCases.Add(new OpenCase(OpenCaseKind.DisputeLost, "du_part", order, Site.Now));
        await db.SaveChangesAsync();
    });

    private protected static string To(Cohort cohort, long due) => $"{cohort.Id}:{due}";

    private protected async Task<string> Address() =>
        $"/admin/enrollments/{await Site.Db(db => db.Enrollments.OrderBy(e => e.Id).Select(e => e.Id).FirstAsync())}/transfers/new";

    private protected async Task<(Enrollment From, Enrollment Moved)> Pair()
    {
        var both = await Site.Db(db => db.Enrollments.AsNoTracking().OrderBy(e => e.Id).ToListAsync());
        return (both[0], both[1]);
    }
}
