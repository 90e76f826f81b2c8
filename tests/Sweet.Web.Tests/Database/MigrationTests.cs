using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Sweet.Domain.Courses;
using Sweet.Web.Data.Migrating;
using Sweet.Web.Data.Sqlite;

namespace Sweet.Web.Tests.Database;

public sealed class MigrationTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("sweet-schema-");

    private string Database => Path.Combine(folder.FullName, "sweet.db");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public void The_SQLite_migrations_make_the_model()
    {
        using var db = new SqliteDesignTimeFactory().CreateDbContext([]);

        Assert.False(db.Database.HasPendingModelChanges());
    }

    [Fact]
    public void The_SQL_Server_migrations_make_the_model()
    {
        using var db = new SqlServerDesignTimeFactory().CreateDbContext([]);

        Assert.False(db.Database.HasPendingModelChanges());
    }

    [Fact]
    public async Task A_start_migrates_a_database_that_is_not_there_yet()
    {
        await using var db = Open();

        var news = await new Schema(db).BringUpToDateIfBehind(CancellationToken.None);

        Assert.Contains("a new, empty one was made", Assert.Single(news), StringComparison.Ordinal);
        Assert.Equal(SchemaState.Current, await new Schema(db).State(CancellationToken.None));
    }

    /// <remarks>Migrating would remove the lock, and tell it.</remarks>
    [Fact]
    public async Task A_start_with_nothing_to_migrate_does_not_ask_EF_Core_to()
    {
        await using var db = Open();
        await new Schema(db).BringUpToDate(CancellationToken.None);
        await db.Database.ExecuteSqlAsync($"INSERT INTO __EFMigrationsLock (Id, Timestamp) VALUES (1, '2026-11-28 12:00:00')");

        var news = await new Schema(db).BringUpToDateIfBehind(CancellationToken.None);

        Assert.Empty(news);
        Assert.Equal(1, await db.Database.SqlQuery<int>($"SELECT COUNT(*) AS Value FROM __EFMigrationsLock").SingleAsync());
    }

    /// <remarks>By the model, not by names: a key that is renamed must not lose its collation.</remarks>
    [Fact]
    public void What_is_unique_is_compared_sign_by_sign_on_SQL_Server_too()
    {
        using var db = new SqlServerDesignTimeFactory().CreateDbContext([]);
        var unique = db.GetService<IDesignTimeModel>().Model.GetEntityTypes()
            .Where(type => type.ClrType.Assembly == typeof(Cohort).Assembly)
            .SelectMany(type => type.GetIndexes().Where(index => index.IsUnique).SelectMany(index => index.Properties))
            .Where(property => property.ClrType == typeof(string))
            .Distinct()
            .ToList();

        Assert.NotEmpty(unique);
        Assert.Empty(unique.Where(p => p.GetCollation() != "Latin1_General_100_BIN2").Select(p => $"{p.DeclaringType.DisplayName()}.{p.Name}"));
    }

    private SqliteSweetDbContext Open() =>
        new(new DbContextOptionsBuilder<SqliteSweetDbContext>().UseSqlite($"Data Source={Database};Pooling=False").Options, new WriteGate());
}
