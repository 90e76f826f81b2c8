using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Sweet.Web.Data.Migrating;
using Sweet.Web.Data.Sqlite;
using Sweet.Web.Hosting.Settings;

namespace Sweet.Web.Data;

public static class DataSetup
{
    public const string ConnectionName = "Sweet";

    public static void AddData(this WebApplicationBuilder builder)
    {
        var database = new SettingsReview(builder.Configuration, builder.Environment.IsProduction())
            .Read<DatabaseOptions>(DatabaseOptions.Section);
        var connection = builder.Configuration.GetConnectionString(ConnectionName) ?? "";
        if (database.Provider == DatabaseProvider.SqlServer) builder.Services.AddSqlServer(connection, database);
        else builder.Services.AddSqlite(connection);

        builder.Services.AddHealthChecks().AddCheck<DatabaseHealth>("database");
        builder.Services.AddDataProtection().SetApplicationName("Sweet").PersistKeysToDbContext<SweetDbContext>();
    }

    private static void AddSqlite(this IServiceCollection services, string connection)
    {
        services.AddSingleton<WriteGate>();
        services.AddDbContext<SweetDbContext, SqliteSweetDbContext>((provider, options) => options
            .UseSqlite(connection)
            .AddInterceptors(new SqlitePragmas())
            .AddInterceptors(provider.GetServices<IInterceptor>()));
    }

    private static void AddSqlServer(this IServiceCollection services, string connection, DatabaseOptions database) =>
        services.AddDbContext<SweetDbContext, SqlServerSweetDbContext>((provider, options) => options
            .UseSqlServer(connection, sql =>
            {
                sql.EnableRetryOnFailure();
                if (database.MaxBatchSize is { } size) sql.MaxBatchSize(size);
            })
            .AddInterceptors(provider.GetServices<IInterceptor>()));
}
