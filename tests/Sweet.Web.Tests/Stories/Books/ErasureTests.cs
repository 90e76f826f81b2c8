using Microsoft.EntityFrameworkCore;
using Sweet.Domain.Enrollments;
using Sweet.Web.Email;
using Sweet.Web.Email.Letters.Enrollments;
using Sweet.Web.Features.Staff.Erasures;
using Sweet.Web.Tests.Support;

namespace Sweet.Web.Tests.Stories.Books;

/// <summary>A person is forgotten; the record of their money stays.</summary>
public sealed class ErasureTests : PersonStory
{
    [Fact]
    public async Task Name_address_and_words_go_everywhere_and_the_record_of_the_money_stays()
    {
        var cohort = await Trace();
        var id = await Id();
        var (number, link, calendar) = await Site.Db(db => db.Enrollments.Where(e => e.Id == id)
            .Select(e => new ValueTuple<string, string, string>(e.Number, e.LinkToken, e.CalendarToken)).SingleAsync());
        await PassTheCourse();
        var rows = await Site.Db(db => db.History.CountAsync(h => h.EnrollmentId == id));
        var page = await Open($"/admin/enrollments/{id}/erasures/new");

        var slip = await page.Submit(f => f.Fill("Number", "IPT-NOTIT"));
        var done = await slip.Submit(f => f.Fill("Number", $" {number.ToLowerInvariant()} "));

        Assert.Equal(422, slip.Status);
        Assert.Contains(number, slip.ProblemOf("Number"), StringComparison.Ordinal);
        Assert.Equal("Erased", done.Heading);
        Assert.Contains("Person erased", done.Text, StringComparison.Ordinal);
        Assert.All(["$597.00", Intent, number], kept => Assert.Contains(kept, done.Text, StringComparison.Ordinal));
        await AssertNothingTells("Ana", "Ortiz", Journey.Email, Secretive, "a colleague", "LCSW-4711", "her mother", link, calendar);
        // The row that says so, that of the links; and none is gone.
        Assert.Equal(rows + 2, await Site.Db(db => db.History.CountAsync(h => h.EnrollmentId == id)));
        Assert.Equal(0, await Site.Db(db => db.CourseInterests.CountAsync()));
        Assert.Equal("Luis", (await Site.Db(db => db.WaitlistEntries.SingleAsync(e => e.CohortId == cohort.Id))).FirstName);
        Assert.Equal((410, "This enrollment was erased"), await Answer($"/enrollments/{link}"));
        Assert.Equal(410, (await Answer($"/calendars/{calendar}.ics")).Status);
        Assert.Equal(1, await SeatsTaken(cohort));
        // The money's record is found by its number alone.
        Assert.Contains("Erased", (await Open($"/admin/search?q={number}")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("/admin/enrollments/", (await Open("/admin/search?q=erased")).Body, StringComparison.Ordinal);
        Assert.Contains("Erased", (await Open($"/admin/cohorts/{cohort.Id}/roster")).Text, StringComparison.Ordinal);
        Assert.Contains($"{number},Erased,,Erased,Erased,", (await Open($"/admin/cohorts/{cohort.Id}/roster.csv")).Body, StringComparison.Ordinal);
        Assert.Contains($"The person of enrollment \"{number}\" was erased", Site.Log.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_second_time_there_is_nothing_to_erase_nor_to_tell_nor_to_correct()
    {
        await Trace();
        var id = await Id();
        await PassTheCourse();
        var page = await Open($"/admin/enrollments/{id}/erasures/new");
        var number = await Site.Db(db => db.Enrollments.Where(e => e.Id == id).Select(e => e.Number).SingleAsync());
        await page.Submit(f => f.Fill("Number", number));

        var again = await page.Submit(f => f.Fill("Number", number));

        Assert.Equal(422, again.Status);
        Assert.Contains($"{number} was erased before", again.Text, StringComparison.Ordinal);
        Assert.Equal(404, (await Open($"/admin/enrollments/{id}/details/edit")).Status);
        Assert.Equal(404, (await Open($"/admin/enrollments/{id}/accommodation/edit")).Status);
        Assert.Contains("The person was erased", (await Open($"/admin/enrollments/{id}/transfers/new")).Text, StringComparison.Ordinal);
        var wasTold = await Site.Do<Outbox, bool>(async outbox =>
        {
            var enrollment = await Site.Db(db => db.Enrollments.Include(e => e.Cohort.Course).Include(e => e.Cohort.Meetings).Include(e => e.Order.Payments).SingleAsync(e => e.Id == id));
            return await outbox.Tell(new SeatEndedLetter(enrollment), Site.Now);
        });
        Assert.False(wasTold);
    }

    [Fact]
    public async Task While_something_of_theirs_lives_it_is_refused_and_said_what()
    {
        await Trace();
        var id = await Id();
        var number = await Site.Db(db => db.Enrollments.Where(e => e.Id == id).Select(e => e.Number).SingleAsync());

        var seated = await Open($"/admin/enrollments/{id}/erasures/new");
        Assert.False(seated.HasForm);
        Assert.Contains($"{number} still has a seat. Cancel it first", seated.Text, StringComparison.Ordinal);

        await Withdraw(await Site.NewVisitor().Open($"/enrollments/{await Site.Db(db => db.Enrollments.Select(e => e.LinkToken).FirstAsync())}"));
        var refunding = await Open($"/admin/enrollments/{id}/erasures/new");
        Assert.Contains($"A refund of {number} is on its way", refunding.Text, StringComparison.Ordinal);
        Assert.Contains("An email to them has not left yet", refunding.Text, StringComparison.Ordinal);

        await Site.SendRefunds();
        await Site.SendMail();
        await Stripe.Dispute(Intent);
        await Site.Reconcile();
        var contested = await Open($"/admin/enrollments/{id}/erasures/new");
        Assert.Contains($"A bank contests a payment of {number}", contested.Text, StringComparison.Ordinal);
        Assert.Contains($"A case of {number} is open", contested.Text, StringComparison.Ordinal);
        Assert.Equal(ErasureAnswer.ChangedMeanwhile, await Erase(id));
        Assert.Equal("Ana", await Site.Db(db => db.Enrollments.Select(e => e.FirstName).FirstAsync()));
    }

    [Fact]
    public async Task Two_admins_at_once_erase_once_and_two_people_of_a_cohort_do_not_collide()
    {
        var cohort = await Given.OpenCohort();
        var ids = new[] { (await Given.ConfirmedEnrollment(cohort, "ana@clinic.example")).Id, (await Given.ConfirmedEnrollment(cohort, "luis@clinic.example")).Id };
        await PassTheCourse();

        var answers = await Task.WhenAll(ids.Concat(ids).Concat(ids).Select(Erase));

        Assert.Equal(2, answers.Count(a => a == ErasureAnswer.Erased));
        Assert.Equal(2, await Site.Db(db => db.Enrollments.CountAsync(e => e.ErasedAtUtc != null && e.Status == EnrollmentStatus.Confirmed)));
    }

    [Fact]
    public async Task Its_page_asks_the_database_eight_times_at_most()
    {
        await Trace();
        var address = $"/admin/enrollments/{await Id()}/erasures/new";
        await Open(address);
        Site.Statements.Take();

        await Open(address);

        Assert.InRange(Site.Statements.Take().Count, 1, 8);
    }

    private Task<ErasureAnswer> Erase(int id) =>
        Site.Do<ErasePerson, ErasureAnswer>(erase => erase.Erase(id, seen: 1, Domain.Tests.Some.Staff, CancellationToken.None));

    private async Task<(int Status, string Heading)> Answer(string address)
    {
        var page = await Site.NewVisitor().Open(address);
        return (page.Status, page.Heading);
    }

    /// <summary>No text column of any row of the database has one of the words; but in the names of others.</summary>
    private async Task AssertNothingTells(params string[] words) => await Site.Db(async db =>
    {
        var tables = db.Model.GetEntityTypes().Where(t => t.GetTableName() is not null && t.ClrType.Assembly == typeof(Enrollment).Assembly)
            .Select(t => t.GetTableName()!).Distinct().ToList();
        var connection = db.Database.GetDbConnection();
        await db.Database.OpenConnectionAsync();
        foreach (var table in tables)
        {
            await using var command = connection.CreateCommand();
            command.CommandText = $"SELECT * FROM \"{table}\"";
            await using var reader = await command.ExecuteReaderAsync();
            while (await reader.ReadAsync())
            {
                var row = string.Join('|', Enumerable.Range(0, reader.FieldCount).Select(i => $"{reader.GetName(i)}={reader.GetValue(i)}"));
                if (row.Contains("Luis", StringComparison.Ordinal)) continue;

                Assert.All(words, word => Assert.False(row.Contains(word, StringComparison.Ordinal), $"{table} still has {word}: {row}"));
            }
        }
    });
}
