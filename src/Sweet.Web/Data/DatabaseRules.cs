using Sweet.Web.Hosting.Settings;

namespace Sweet.Web.Data;

internal static class DatabaseRules
{
    public const string ConnectionString = "ConnectionStrings:Sweet";

    public static void CheckDatabase(this SettingsReview review, string? connectionString)
    {
        var database = review.Read<DatabaseOptions>(DatabaseOptions.Section);

        review.Require(ConnectionString, connectionString, "where the database is");
        if (!string.IsNullOrWhiteSpace(connectionString) && !ConnectionText.IsReadableBy(database.Provider, connectionString))
            review.Refuse(ConnectionString, $"is malformed for {database.Provider}");
        if (database.MaxBatchSize is < 1)
            review.Refuse(Key(nameof(DatabaseOptions.MaxBatchSize)), "must be at least 1");
        if (review.IsProduction && database.MigrateAtStart == true)
            review.Refuse(Key(nameof(DatabaseOptions.MigrateAtStart)), "is refused in Production; run the site once with the verb migrate");
    }

    private static string Key(string name) => $"{DatabaseOptions.Section}:{name}";
}
