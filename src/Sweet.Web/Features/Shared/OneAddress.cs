using Microsoft.Net.Http.Headers;

namespace Sweet.Web.Features.Shared;

/// <summary>
/// Before the cache is asked: a public page has one address and is sent in one of three encodings, so that cache, routing, compression
/// and database are asked for the same thing.
/// </summary>
public static class OneAddress
{
    private const string Slug = "slug";

    /// <summary>Of the forms below a public page, whose slug routing takes in any case: the database has it in lower case.</summary>
    public static Task LowerSlug(HttpContext context, RequestDelegate next)
    {
        var named = context.Request.RouteValues;
        if (named.GetValueOrDefault(Slug) is string typed) named[Slug] = Lower(typed);
        return next(context);
    }

    public static Task Prepare(HttpContext context, RequestDelegate next)
    {
        var request = context.Request;
        if (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method))
        {
            var path = Canonical(request.Path);
            if (path != request.Path.Value)
            {
                var address = request.PathBase.Add(path).ToUriComponent() + request.QueryString.ToUriComponent();
                context.Response.Redirect(address, permanent: true);
                return Task.CompletedTask;
            }
        }

        request.Headers.AcceptEncoding = AcceptedEncoding.Of(request.Headers.AcceptEncoding);
        context.Response.OnStarting(NameWhatItDependsOn, context.Response);
        return next(context);
    }

    /// <summary>Routing takes any case and a slash at the end; the slug in the database has neither.</summary>
    private static string Canonical(PathString path) => "/" + Lower(path.Value ?? "").Trim('/');

    private static string Lower(string text) =>
        new([.. text.Select(sign => char.IsAsciiLetterUpper(sign) ? char.ToLowerInvariant(sign) : sign)]);

    // On every variant, the one without an encoding too: a cache between us and the reader keeps them apart by it.
    private static Task NameWhatItDependsOn(object state)
    {
        var headers = ((HttpResponse)state).Headers;
        if (!headers.GetCommaSeparatedValues(HeaderNames.Vary).Contains(HeaderNames.AcceptEncoding, StringComparer.OrdinalIgnoreCase))
            headers.Append(HeaderNames.Vary, HeaderNames.AcceptEncoding);
        return Task.CompletedTask;
    }
}
