namespace Sweet.Web.Hosting.Kept;

/// <summary>A kept page has one address, so that memory, routing and database are asked for the same thing.</summary>
internal static class OneAddress
{
    private const string Slug = "slug";

    /// <summary>Routing takes any case and a slash at the end; the slug in the database has neither.</summary>
    /// <returns>True where the visitor is sent to the one address, and nothing else is to be answered.</returns>
    public static bool LeadsTo(HttpContext http)
    {
        var path = http.Request.Path.Value ?? "";
        var one = "/" + Lower(path).Trim('/');
        if (one == path) return false;

        var address = http.Request.PathBase.Add(one).ToUriComponent() + http.Request.QueryString.ToUriComponent();
        http.Response.Redirect(address, permanent: true);
        return true;
    }

    /// <summary>Of the forms below a public page, whose slug routing takes in any case: the database has it in lower case.</summary>
    public static Task LowerSlug(HttpContext context, RequestDelegate next)
    {
        var named = context.Request.RouteValues;
        if (named.GetValueOrDefault(Slug) is string typed) named[Slug] = Lower(typed);
        return next(context);
    }

    private static string Lower(string text) =>
        string.Concat(text.Select(sign => char.IsAsciiLetterUpper(sign) ? char.ToLowerInvariant(sign) : sign));
}
