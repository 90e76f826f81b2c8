namespace Sweet.Web.Hosting;

public static class RefusedRequests
{
    /// <summary>A body that is too large, or ends halfway, is the client's doing: it gets its own page and status, and no failure is logged.</summary>
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
