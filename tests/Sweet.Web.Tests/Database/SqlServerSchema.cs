using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.SqlServer.Dac.Model;
using Microsoft.SqlServer.TransactSql.ScriptDom;
using Sweet.Web.Data.Migrating;

namespace Sweet.Web.Tests.Database;

/// <summary>The schema that the migrations make on SQL Server, without a server: Microsoft's own model of it.</summary>
public sealed class SqlServerSchema : IDisposable
{
    private readonly TSqlModel model = new(SqlServerVersion.Sql160, new TSqlModelOptions());

    private SqlServerSchema()
    {
    }

    public static string Script(MigrationsSqlGenerationOptions options = MigrationsSqlGenerationOptions.Default)
    {
        using var db = new SqlServerDesignTimeFactory().CreateDbContext([]);
        return db.GetService<IMigrator>().GenerateScript(options: options);
    }

    public static SqlServerSchema OfMigrations()
    {
        var schema = new SqlServerSchema();
        foreach (var definition in new SqlServerDefinitions(Parse(Script())).All) schema.Add(definition);
        return schema;
    }

    /// <exception cref="InvalidOperationException">The script does not parse.</exception>
    public static TSqlScript Parse(string script)
    {
        using var reader = new StringReader(script);
        var parsed = new TSql160Parser(initialQuotedIdentifiers: true).Parse(reader, out var errors);
        return errors.Count == 0 ? (TSqlScript)parsed
            : throw new InvalidOperationException(string.Join(Environment.NewLine, errors.Select(e => $"Line {e.Line}: {e.Message}")));
    }

    public void Add(string definition) => model.AddObjects(definition);

    /// <summary>What does not hold together: an unknown column, a broken key.</summary>
    public IReadOnlyList<string> Problems() =>
        [.. model.Validate().Select(m => $"{m.Prefix}{m.Number}: {m.Message}")];

    public void Dispose() => model.Dispose();
}
