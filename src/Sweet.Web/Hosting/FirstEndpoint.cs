namespace Sweet.Web.Hosting;

/// <summary>The endpoint that the visitor asked for. It stays when an error page is written in its place.</summary>
public sealed class FirstEndpoint(Endpoint? endpoint)
{
    public Endpoint? Endpoint { get; } = endpoint;

    public static Endpoint? Of(HttpContext context) =>
        context.Features.Get<FirstEndpoint>() is { } first ? first.Endpoint : context.GetEndpoint();
}

public static class FirstEndpointExtensions
{
    /// <summary>Belongs directly behind the routing, inside the error pages.</summary>
    public static IApplicationBuilder UseFirstEndpoint(this IApplicationBuilder app) =>
        app.Use((context, next) =>
        {
            if (context.Features.Get<FirstEndpoint>() is null)
                context.Features.Set(new FirstEndpoint(context.GetEndpoint()));
            return next(context);
        });
}
