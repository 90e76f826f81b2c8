using System.Collections;
using System.Collections.Concurrent;
using System.Data.Common;
using System.Linq.Expressions;
using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Query;
using Microsoft.EntityFrameworkCore.Storage;
using Sweet.Web.Data;
using Sweet.Web.Data.Sqlite;

namespace Sweet.Web.Tests.Database;

/// <summary>
/// Translates every query that the site runs in a test for SQL Server too, up to the finished SQL, which is kept and
/// never sent. A query that SQL Server cannot do fails the test that runs it.
/// </summary>
public sealed class SqlServerTwin : IQueryExpressionInterceptor
{
    /// <summary>One for all sites of a test run: EF Core builds its services and its model anew for each that it does not know.</summary>
    public static readonly SqlServerTwin OfAll = new();

    private static readonly MethodInfo CompileMethod = typeof(IDatabase).GetMethod(nameof(IDatabase.CompileQuery))!;

    // EF Core compiles a query once a process, whichever test runs it first.
    private static readonly ConcurrentDictionary<string, DbParameter[]> AllStatements = new(StringComparer.Ordinal);

    private SqlServerTwin()
    {
    }

    /// <summary>The SQL of all queries so far, with the parameters of each.</summary>
    public static IReadOnlyDictionary<string, DbParameter[]> Statements => AllStatements;

    public static SqlServerSweetDbContext Context() => new(new DbContextOptionsBuilder<SqlServerSweetDbContext>()
        .UseSqlServer("Server=nowhere", sql => sql.ExecutionStrategy(d => new NonRetryingExecutionStrategy(d)))
        .AddInterceptors(new NeverConnects(), new KeepsTheCommand())
        .Options);

    public Expression QueryCompilationStarting(Expression queryExpression, QueryExpressionEventData eventData)
    {
        if (eventData.Context is SqliteSweetDbContext) Translate(queryExpression);
        return queryExpression;
    }

    /// <exception cref="InvalidOperationException">The query has no translation for SQL Server.</exception>
    public static void Translate(Expression query)
    {
        using var twin = Context();
        var moved = new MovesToTwin(twin);
        var expression = moved.Visit(query);
        var rows = RowsOf(expression.Type);
        var result = rows is null ? expression.Type : typeof(IEnumerable<>).MakeGenericType(rows);
        try
        {
            var compiled = (Delegate)CompileMethod.MakeGenericMethod(result).Invoke(twin.GetService<IDatabase>(), [expression, false])!;
            var context = twin.GetService<IQueryContextFactory>().Create();
            foreach (var (name, value) in moved.Parameters) context.Parameters[name] = value;
            if (compiled.DynamicInvoke(context) is IEnumerable all && rows is not null) _ = all.GetEnumerator().MoveNext();
        }
        catch (TargetInvocationException e) when (e.InnerException is not CommandKeptException)
        {
            throw new InvalidOperationException($"Not translated for SQL Server: {e.InnerException!.Message}", e.InnerException);
        }
        catch (Exception e) when (e is CommandKeptException or TargetInvocationException)
        {
            // The statement is kept, and there is no server to send it to.
        }
    }

    private static Type? RowsOf(Type query) =>
        query.GetInterfaces().Append(query).FirstOrDefault(t => t.IsGenericType && t.GetGenericTypeDefinition() == typeof(IQueryable<>))?.GenericTypeArguments[0];

    private static object? SampleOf(Type type) =>
        type == typeof(string) ? "a"
        : type.IsArray ? SampleArray(type.GetElementType()!)
        : type.IsGenericType && typeof(IEnumerable).IsAssignableFrom(type) ? Activator.CreateInstance(typeof(List<>).MakeGenericType(type.GenericTypeArguments), SampleArray(type.GenericTypeArguments[0]))
        : Nullable.GetUnderlyingType(type) is { } inner ? SampleOf(inner)
        : type.IsValueType ? Activator.CreateInstance(type)
        : null;

    private static Array SampleArray(Type element)
    {
        var one = Array.CreateInstance(element, 1);
        one.SetValue(SampleOf(element), 0);
        return one;
    }

    /// <summary>Roots a query in the other context's model, and gives each of its parameters a value.</summary>
    private sealed class MovesToTwin(DbContext twin) : ExpressionVisitor
    {
        public Dictionary<string, object?> Parameters { get; } = new(StringComparer.Ordinal);

        protected override Expression VisitExtension(Expression node)
        {
            switch (node)
            {
                case EntityQueryRootExpression root:
                    return new EntityQueryRootExpression(twin.Model.FindEntityType(root.EntityType.Name)!);
                case QueryParameterExpression parameter:
                    Parameters[parameter.Name] = SampleOf(parameter.Type);
                    return node;
                default:
                    return base.VisitExtension(node);
            }
        }
    }

    private sealed class NeverConnects : DbConnectionInterceptor
    {
        public override InterceptionResult ConnectionOpening(DbConnection connection, ConnectionEventData eventData, InterceptionResult result) =>
            InterceptionResult.Suppress();
    }

    private sealed class KeepsTheCommand : DbCommandInterceptor
    {
        public override InterceptionResult<DbDataReader> ReaderExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result) =>
            throw Keep(command);

        public override InterceptionResult<int> NonQueryExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<int> result) =>
            throw Keep(command);

        private static CommandKeptException Keep(DbCommand command)
        {
            AllStatements[command.CommandText] = [.. command.Parameters.Cast<DbParameter>()];
            return new CommandKeptException();
        }
    }

    private sealed class CommandKeptException : Exception;
}
