using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace Sweet.Web.Tests.Database;

/// <summary>
/// What a script defines when all of it has run. Microsoft's model takes definitions only, so that columns added by a
/// later migration have to be part of their table.
/// </summary>
public sealed class SqlServerDefinitions
{
    private readonly Sql160ScriptGenerator generator = new();
    private readonly Dictionary<string, CreateTableStatement> tables = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<TSqlStatement> others = [];

    /// <exception cref="InvalidOperationException">A statement is of a kind that nobody has looked at yet.</exception>
    public SqlServerDefinitions(TSqlScript script)
    {
        foreach (var statement in script.Batches.SelectMany(b => b.Statements)) Take(statement);
    }

    public IEnumerable<string> Tables => tables.Values.Select(Text);

    public IEnumerable<string> All => Tables.Concat(others.Select(Text));

    private void Take(TSqlStatement statement)
    {
        switch (statement)
        {
            case CreateTableStatement table:
                tables.Add(NameOf(table.SchemaObjectName), table);
                break;
            case AlterTableAddTableElementStatement { Definition.ColumnDefinitions.Count: > 0 } change:
                foreach (var column in change.Definition.ColumnDefinitions) ColumnsOf(change).Add(column);
                break;
            case AlterTableAlterColumnStatement change:
                var altered = ColumnsOf(change).Single(c => c.ColumnIdentifier.Value == change.ColumnIdentifier.Value);
                altered.DataType = change.DataType;
                break;
            case AlterTableDropTableElementStatement change when change.AlterTableDropTableElements.All(e => e.TableElementType == TableElementType.Column):
                foreach (var dropped in change.AlterTableDropTableElements) ColumnsOf(change).Remove(ColumnsOf(change).Single(c => c.ColumnIdentifier.Value == dropped.Name.Value));
                break;
            case AlterTableAddTableElementStatement or CreateIndexStatement:
                others.Add(statement);
                break;
            case DropIndexStatement drop:
                others.RemoveAll(o => o is CreateIndexStatement index && drop.DropIndexClauses.Any(c => c is DropIndexClause clause && clause.Index.Value == index.Name.Value));
                break;
            case IfStatement or InsertStatement or BeginTransactionStatement or CommitTransactionStatement or DeclareVariableStatement or SelectStatement:
                break;
            default:
                throw new InvalidOperationException($"{statement.GetType().Name}: {Text(statement)}");
        }
    }

    private IList<ColumnDefinition> ColumnsOf(AlterTableStatement change) => tables[NameOf(change.SchemaObjectName)].Definition.ColumnDefinitions;

    private static string NameOf(SchemaObjectName name) => name.BaseIdentifier.Value;

    private string Text(TSqlFragment fragment)
    {
        generator.GenerateScript(fragment, out var text);
        return text;
    }
}
