using Microsoft.AspNetCore.StaticAssets;
using Sweet.Web.Hosting.Kept;

namespace Sweet.Web.Hosting.Logs;

/// <summary>Names the matched route instead of the path: a path may hold a link token, and has no bounds.</summary>
public static class RouteTemplate
{
    private const string NoRoute = "(no route)";

    private static readonly HashSet<string> KnownMethods =
        new(StringComparer.Ordinal) { "GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS" };

    /// <summary>The route that was asked for, also while its error page is written.</summary>
    public static string Of(HttpContext context) =>
        FirstEndpoint.Of(context) is RouteEndpoint { RoutePattern.RawText: { } template } ? $"/{template.TrimStart('/')}" : NoRoute;

    public static string MethodOf(HttpContext context) =>
        KnownMethods.Contains(context.Request.Method) ? context.Request.Method : "OTHER";

    /// <summary>Health probes and static files: many, and all alike; and pages that are made to be kept.</summary>
    public static bool IsRoutine(HttpContext context) =>
        AskedAsNobody.Is(context)
        || FirstEndpoint.Of(context)?.Metadata.GetMetadata<StaticAssetDescriptor>() is not null
        || Of(context).StartsWith("/health/", StringComparison.Ordinal);
}
