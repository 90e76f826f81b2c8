using Microsoft.Extensions.Options;
using Sweet.Web.Hosting;

namespace Sweet.Web.Features.Students.Shared;

/// <summary>A strictly necessary cookie: which browser this is, or a few words about what it has just done.</summary>
internal sealed record BrowserNote(string Name, TimeSpan Life)
{
    public string? Read(HttpContext context) => context.Request.Cookies[CookieOf(context)];

    public void Write(HttpContext context, string words) =>
        context.Response.Cookies.Append(CookieOf(context), words, Options(context, Life));

    public void Remove(HttpContext context)
    {
        if (Read(context) is not null) context.Response.Cookies.Delete(CookieOf(context), Options(context, maxAge: null));
    }

    private static CookieOptions Options(HttpContext context, TimeSpan? maxAge) => new()
    {
        HttpOnly = true,
        IsEssential = true,
        MaxAge = maxAge,
        SameSite = SameSiteMode.Lax,
        Secure = SiteOf(context).IsHttps,
    };

    private string CookieOf(HttpContext context) => SiteOf(context).CookieName(Name);

    private static SiteOptions SiteOf(HttpContext context) => context.RequestServices.GetRequiredService<IOptions<SiteOptions>>().Value;
}
