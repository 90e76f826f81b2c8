using Microsoft.EntityFrameworkCore;
using Sweet.Domain;
using Sweet.Domain.Staff;
using Sweet.Web.Data.Erasing;
using Sweet.Web.Tests.Conventions;
using Sweet.Web.Tests.Support;

namespace Sweet.Web.Tests.Stories.Books;

/// <summary>The guard that every story runs under, and the one that the site has: each can fail.</summary>
public sealed class AppendOnlyHistoryTests : Story
{
    [Fact]
    public async Task A_row_that_was_saved_is_neither_changed_nor_deleted_by_the_site()
    {
        await Append();

        var deleted = await Record.ExceptionAsync(() => Site.Db(async db =>
        {
            db.History.Remove(await db.History.FirstAsync());
            await db.SaveChangesAsync();
        }));
        var changed = await Record.ExceptionAsync(() => Site.Db(async db =>
        {
            db.Entry(await db.History.FirstAsync()).Property(h => h.To).CurrentValue = "something else";
            await db.SaveChangesAsync();
        }));

        Assert.Contains("history", Assert.IsType<InvalidOperationException>(deleted).Message, StringComparison.Ordinal);
        Assert.IsType<InvalidOperationException>(changed);
        Assert.Equal("made", await Site.Db(db => db.History.Select(h => h.To).SingleAsync()));
    }

    [Fact]
    public async Task Nor_straight_in_the_database_without_a_test_that_fails()
    {
        await Append();

        await Assert.ThrowsAsync<InvalidOperationException>(() => Site.Db(db => db.History.ExecuteDeleteAsync()));
        await Assert.ThrowsAsync<InvalidOperationException>(
            () => Site.Db(db => db.History.ExecuteUpdateAsync(set => set.SetProperty(h => h.To, "something else"))));
    }

    [Theory]
    [InlineData("""UPDATE "History" SET "To" = 'x'""", true)]
    [InlineData("""DELETE FROM "History" AS "h" """, true)]
    [InlineData("UPDATE [h] SET [h].[To] = @p FROM [History] AS [h]", true)]
    [InlineData("DELETE FROM [h] FROM [History] AS [h]", true)]
    [InlineData("""UPDATE "Documents" AS "d" SET "Place" = 7""", true)]
    [InlineData("""UPDATE "DocumentSeries" AS "d" SET "Last" = 7""", false)]
    [InlineData("UPDATE [History] SET [To] = @p", true)]
    [InlineData("""INSERT INTO "History" ("To") VALUES (@p)""", false)]
    [InlineData("""UPDATE "Cohorts" AS "c" SET "LockCount" = 1; SELECT * FROM "History" AS "h" """, false)]
    [InlineData("UPDATE [c] SET [c].[Name] = @p FROM [Cohorts] AS [c]", false)]
    public void The_guard_knows_a_change_on_either_database(string statement, bool isChange) =>
        Assert.Equal(isChange, Record.Exception(() => HistoryIsAppended.Check(statement)) is not null);

    [Theory]
    [InlineData("""UPDATE "History" SET "From" = CASE WHEN "From" IS NULL THEN NULL ELSE @p0 END, "To" = @p0 WHERE "Id" = @p1""", false)]
    [InlineData("UPDATE [h] SET [h].[Note] = @p FROM [History] AS [h] WHERE [h].[Id] IN (1, 2)", false)]
    [InlineData("""UPDATE "History" AS "h" SET "To" = @p, "AtUtc" = @r WHERE "h"."Id" = @q""", true)]
    [InlineData("UPDATE [h] SET [h].[ActorReference] = @p FROM [History] AS [h] WHERE [h].[Id] = 1", true)]
    [InlineData("""DELETE FROM "History" AS "h" WHERE "h"."Id" = @q""", true)]
    public void Of_an_erasure_it_lets_pass_what_was_before_after_and_noted_alone(string statement, bool isChange) =>
        Assert.Equal(isChange, Record.Exception(() => HistoryIsAppended.Check($"{HistoryErasure.Mark}\n{statement}")) is not null);

    [Fact]
    public void Nothing_but_the_erasure_of_a_person_asks_for_the_exception()
    {
        var sources = SourceFiles.In("src", ".cs").ToList();

        Assert.Equal(
            ["src/Sweet.Web/Data/Erasing/HistoryErasure.cs", "src/Sweet.Web/Features/Staff/Erasures/ErasePerson.cs"],
            sources.Where(f => f.Text.Contains("EraseFromHistory(", StringComparison.Ordinal)).Select(f => f.Path).Order(StringComparer.Ordinal));
        Assert.Single(sources, f => f.Text.Contains("A person is erased from the history", StringComparison.Ordinal));
    }

    private Task Append() => Site.Db(async db =>
    {
        db.History.Add(StaffHistory.Entry("7", from: null, "made", Actor.Staff("7"), Site.Now));
        await db.SaveChangesAsync();
    });
}
