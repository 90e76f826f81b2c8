using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Sweet.Web.Data.Faults;
using Sweet.Web.Data.Keys;
using Sweet.Web.Data.Migrating;
using Sweet.Web.Data.Sqlite;
using Sweet.Web.Hosting;
using Sweet.Web.Hosting.Settings;

namespace Sweet.Web.Data;

public static class DataSetup
{
    public const string ConnectionName = "Sweet";

    /// <summary>Five rests, together no longer than a request may take.</summary>
    private const int MostRetries = 5;

    private static readonly TimeSpan LongestRest = TimeSpan.FromSeconds(5);

    public static void AddData(this WebApplicationBuilder builder)
    {
        var review = new SettingsReview(builder.Configuration, builder.Environment.IsProduction());
        var database = review.Read<DatabaseOptions>(DatabaseOptions.Section);
        var connection = builder.Configuration.GetConnectionString(ConnectionName) ?? "";
        if (database.Provider == DatabaseProvider.SqlServer) builder.Services.AddSqlServer(connection, database);
        else builder.Services.AddSqlite(DatabasePlace.WithWholePath(connection));

        builder.Services.AddTimelyCheck<DatabaseHealth>("database");
        builder.Services.AddKeys(review.Read<KeysOptions>(KeysOptions.Section));
    }

    private static void AddSqlite(this IServiceCollection services, string connection)
    {
        services.AddSingleton(new WriteGate());
        services.AddDbContextPool<SweetDbContext, SqliteSweetDbContext>(
            (provider, options) => options
                .UseSqlite(connection)
                .AddInterceptors(new SqlitePragmas())
                .AddInterceptors(provider.GetServices<IInterceptor>()));
    }

    private static void AddSqlServer(this IServiceCollection services, string connection, DatabaseOptions database)
    {
        services.AddSingleton(new WriteGate(SqlServerSweetDbContext.WritersAtOnce));
        services.AddDbContextPool<SweetDbContext, SqlServerSweetDbContext>(
            (provider, options) => options
                .UseSqlServer(connection, sql =>
                {
                    // Not the timeout: what the server has taken 30 seconds for, it would not do sooner a second time, and the page
                    // would wait for both.
                    sql.EnableRetryOnFailure(MostRetries, LongestRest, [PassingFault.Dropped]);
                    if (database.MaxBatchSize is { } size) sql.MaxBatchSize(size);
                })
                .AddInterceptors(provider.GetServices<IInterceptor>()));
    }
}
