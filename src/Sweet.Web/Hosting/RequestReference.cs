using System.Diagnostics;

namespace Sweet.Web.Hosting;

/// <summary>What a visitor may quote: on the failure page, in the X-Request-Id header and beside every log line.</summary>
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
