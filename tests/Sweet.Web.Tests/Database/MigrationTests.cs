using Microsoft.EntityFrameworkCore;
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
}
