using Microsoft.EntityFrameworkCore.Migrations;

namespace Sweet.Web.Tests.Database;

public class SqlServerScriptTests
{
    private static readonly string[] Exact = ["LinkToken", "CalendarToken", "EmailKey", "Slug", "SessionId", "EventId", "Fact"];

    [Fact]
    public void Holds_together()
    {
        using var schema = SqlServerSchema.OfMigrations();

        Assert.Empty(schema.Problems());
    }

    [Theory]
    [InlineData("CREATE INDEX [IX_Wrong] ON [Cohorts] ([NoSuchColumn]);")]
    [InlineData("ALTER TABLE [Orders] ADD CONSTRAINT [FK_Wrong] FOREIGN KEY ([EnrollmentId]) REFERENCES [NoSuchTable] ([Id]);")]
    [InlineData("CREATE PROCEDURE [Wrong] AS SELECT [c].[NoSuchColumn] FROM [Cohorts] AS [c];")]
    public void A_name_that_does_not_exist_is_reported(string wrong)
    {
        using var schema = SqlServerSchema.OfMigrations();

        schema.Add(wrong);

        Assert.Contains(schema.Problems(), p => p.Contains("NoSuch", StringComparison.Ordinal));
    }

    [Fact]
    public void The_idempotent_script_of_a_deployment_parses()
    {
        var script = SqlServerSchema.Script(MigrationsSqlGenerationOptions.Idempotent);

        Assert.NotEmpty(SqlServerSchema.Parse(script).Batches);
    }

    [Fact]
    public void Secrets_and_keys_are_compared_sign_by_sign()
    {
        var columns = new SqlServerDefinitions(SqlServerSchema.Parse(SqlServerSchema.Script())).Tables
            .SelectMany(table => table.Split('\n'))
            .Where(line => Exact.Any(column => line.Contains($"[{column}]", StringComparison.Ordinal)) && line.Contains("NVARCHAR", StringComparison.OrdinalIgnoreCase))
            .ToList();

        Assert.NotEmpty(columns);
        Assert.All(columns, column => Assert.Contains("COLLATE Latin1_General_100_BIN2", column));
    }
}
