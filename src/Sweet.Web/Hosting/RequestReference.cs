using System.Diagnostics;

namespace Sweet.Web.Hosting;

/// <summary>The number that a visitor may quote: it stands on the failure page, in the X-Request-Id header and beside every log line.</summary>
public static class RequestReference
{
    public const string Header = "X-Request-Id";

    public static string Of(HttpContext context) =>
        Activity.Current?.TraceId.ToHexString() ?? context.TraceIdentifier;

    public static IApplicationBuilder UseRequestReference(this IApplicationBuilder app) =>
        app.Use((context, next) =>
        {
            context.Response.OnStarting(() =>
            {
                context.Response.Headers[Header] = Of(context);
                return Task.CompletedTask;
            });
            return next(context);
        });
}
