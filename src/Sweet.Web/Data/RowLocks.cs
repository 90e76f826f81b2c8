using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;

namespace Sweet.Web.Data;

public static class RowLocks
{
    /// <summary>
    /// Takes rows until the transaction ends, by an update that changes nothing: whoever wants them too waits, and then sees
    /// what was done. The first statement of its transaction, on either database.
    /// </summary>
    /// <param name="column">Any of the rows' columns.</param>
    /// <returns>How many rows there are.</returns>
    public static Task<int> Lock<TRow, TColumn>(this IQueryable<TRow> rows, Expression<Func<TRow, TColumn>> column, CancellationToken ct) =>
        rows.ExecuteUpdateAsync(set => set.SetProperty(column, column), ct);
}
