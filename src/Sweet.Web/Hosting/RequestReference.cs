using System.Diagnostics;

namespace Sweet.Web.Hosting;

/// <summary>What a visitor may quote: on the failure page, in the X-Request-Id header and beside every log line.</summary>
public static class RequestReference
{
    public const string Header = "X-Request-Id";

    public static string Of(HttpContext context) =>
        Activity.Current?.TraceId.ToHexString() ?? context.TraceIdentifier;

    public static IApplicationBuilder UseRequestReference(this IApplicationBuilder app) =>
        app.Use(async (context, next) =>
        {
            // A trace of the framework's own only where somebody collects them: a page that is kept has none.
            using var trace = Activity.Current is null ? new Activity("Sweet.Request").Start() : null;
            // An answer without a body starts when the trace is over.
            var number = Of(context);
            context.Response.OnStarting(() =>
            {
                // What was made for everybody who waited brings the number of its making.
                context.Response.Headers.TryAdd(Header, number);
                return Task.CompletedTask;
            });
            await next(context);
        });
}
