using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Sweet.Web.Data;
using Sweet.Web.Tests.Support;

namespace Sweet.Web.Tests.Database;

/// <summary>What a saved order needs to survive a power cut, on every connection of the pool.</summary>
public sealed class SqliteDurabilityTests : IAsyncLifetime
{
    private readonly SiteFactory site = SiteFactory.OnSqlite();

    public Task InitializeAsync() => site.InitializeAsync();

    public Task DisposeAsync() => site.DisposeAsync().AsTask();

    [Theory]
    [InlineData("journal_mode", "wal")]
    [InlineData("synchronous", "2")]
    [InlineData("foreign_keys", "1")]
    public async Task Every_connection_is_set(string pragma, string value)
    {
        await using var scopes = site.Services.CreateAsyncScope();
        await using var others = site.Services.CreateAsyncScope();

        var first = await Read(scopes, pragma);
        var second = await Read(others, pragma);

        Assert.Equal((value, value), (first, second));
    }

    // Left open, so that the next one cannot be the same of the pool.
    private static async Task<string> Read(AsyncServiceScope scope, string pragma)
    {
        var db = scope.ServiceProvider.GetRequiredService<SweetDbContext>();
        await db.Database.OpenConnectionAsync();
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = $"PRAGMA {pragma}";
        return (await command.ExecuteScalarAsync())!.ToString()!;
    }
}
