using System.Data.Common;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace Sweet.Web.Tests.Support;

/// <summary>Fails any test in which opening a page writes into the database: email scanners open every link.</summary>
/// <remarks>Two may write: the landing page takes in what Stripe says, as a webhook would; and the keys of the forms are made when first needed.</remarks>
public sealed partial class GetsWriteNothing : StatementWatch, IStartupFilter
{
    private readonly AsyncLocal<string?> openedPath = new();

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use((context, rest) =>
        {
            openedPath.Value = HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method) ? context.Request.Path.Value : null;
            return rest(context);
        });
        next(app);
    };

    protected override void Check(DbCommand command)
    {
        var path = openedPath.Value;
        var mayWrite = path?.EndsWith("/landing", StringComparison.Ordinal) != false || command.CommandText.Contains("DataProtectionKeys", StringComparison.Ordinal);
        if (!mayWrite && Write().IsMatch(command.CommandText))
            throw new InvalidOperationException($"GET {path} writes: {command.CommandText}");
    }

    [GeneratedRegex(@"(^|;)\s*(INSERT|UPDATE|DELETE|MERGE)\b", RegexOptions.Multiline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Write();
}
