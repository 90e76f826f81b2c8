using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Sweet.Domain.Courses;
using Sweet.Web.Data.Migrating;

namespace Sweet.Web.Tests.Database;

public class MigrationTests
{
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
}
