namespace Sweet.Web.Hosting;

public static class RefusedRequests
{
    /// <summary>A body too large or cut off is the client's doing: it gets a page and status of its own; no failure is logged.</summary>
    public static IApplicationBuilder UseRefusedRequests(this IApplicationBuilder app) =>
        app.Use(async (context, next) =>
        {
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
