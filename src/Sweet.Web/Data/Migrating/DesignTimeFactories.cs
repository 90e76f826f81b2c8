using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Sweet.Web.Data.Sqlite;

namespace Sweet.Web.Data.Migrating;

/// <summary>For `dotnet ef`, which needs the model of each database and no database.</summary>
public sealed class SqliteDesignTimeFactory : IDesignTimeDbContextFactory<SqliteSweetDbContext>
{
    public SqliteSweetDbContext CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<SqliteSweetDbContext>().UseSqlite("Data Source=:memory:").Options, new WriteGate());
}

/// <inheritdoc cref="SqliteDesignTimeFactory"/>
public sealed class SqlServerDesignTimeFactory : IDesignTimeDbContextFactory<SqlServerSweetDbContext>
{
    public SqlServerSweetDbContext CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<SqlServerSweetDbContext>().UseSqlServer("Server=nowhere").Options);
}
