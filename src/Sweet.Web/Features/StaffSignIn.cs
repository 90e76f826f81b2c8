using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using Sweet.Web.Data;
using Sweet.Web.Hosting;

namespace Sweet.Web.Features;

internal static class StaffSignIn
{
    public static void AddStaffSignIn(this IServiceCollection services)
    {
        services.AddIdentityCore<StaffMember>(identity => identity.User.RequireUniqueEmail = true)
            .AddEntityFrameworkStores<SweetDbContext>()
            .AddSignInManager();
        services.AddAuthentication(IdentityConstants.ApplicationScheme).AddIdentityCookies();
        services.AddAuthorization();
        services.AddOptions<CookieAuthenticationOptions>(IdentityConstants.ApplicationScheme)
            .Configure<IOptions<SiteOptions>>((cookie, site) =>
            {
                cookie.Cookie.Name = site.Value.CookieName("staff");
                cookie.Cookie.SecurePolicy = site.Value.IsHttps ? CookieSecurePolicy.Always : CookieSecurePolicy.None;
                // There is no page to sign in on yet; the redirects would lead nowhere.
                cookie.Events.OnRedirectToLogin = Refuse;
                cookie.Events.OnRedirectToAccessDenied = Refuse;
            });
    }

    private static Task Refuse(RedirectContext<CookieAuthenticationOptions> redirect)
    {
        redirect.Response.StatusCode = StatusCodes.Status403Forbidden;
        return Task.CompletedTask;
    }
}
