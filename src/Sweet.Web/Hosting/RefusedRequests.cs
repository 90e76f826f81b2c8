using Sweet.Web.Hosting.Security;

namespace Sweet.Web.Hosting;

public static class RefusedRequests
{
    /// <summary>A body too large or cut off is the client's doing: it gets a page and status of its own; no failure is logged.</summary>
    public static IApplicationBuilder UseRefusedRequests(this IApplicationBuilder app) =>
        app.Use(async (context, next) =>
        {
            if (context.Features.Get<RefusedByProxySigns>() is not null)
            {
                context.Response.StatusCode = StatusCodes.Status400BadRequest;
                return;
            }

            try
            {
                await next(context);
            }
            catch (BadHttpRequestException refusal) when (!context.Response.HasStarted)
            {
                context.Response.StatusCode = refusal.StatusCode;
            }
        });
}
