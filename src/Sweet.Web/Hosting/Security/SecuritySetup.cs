using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Options;
using Sweet.Web.Hosting.Security;

namespace Sweet.Web.Hosting;

public static class SecuritySetup
{
    // The last resort: what calls Stripe gives up after 8 seconds by itself.
    private static readonly TimeSpan LongestRequest = TimeSpan.FromSeconds(30);

    public static void AddSecurity(this WebApplicationBuilder builder)
    {
        builder.Services.AddSweetSecurityHeaders();
        builder.Services.AddSweetRateLimits();
        builder.Services.AddRequestTimeouts(timeouts => timeouts.DefaultPolicy = new()
        {
            Timeout = LongestRequest,
            TimeoutStatusCode = StatusCodes.Status503ServiceUnavailable,
        });
        builder.Services.AddSafeForms();
        builder.Services.AddKnownProxies();
    }

    private static void AddSafeForms(this IServiceCollection services)
    {
        services.Configure<KestrelServerOptions>(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = FormLimits.Bytes;
        });
        services.Configure<FormOptions>(form =>
        {
            form.ValueLengthLimit = FormLimits.Bytes;
            form.MultipartBodyLengthLimit = FormLimits.Bytes;
            form.ValueCountLimit = FormLimits.Fields;
        });
        services.Configure<MvcOptions>(mvc =>
        {
            mvc.Conventions.Add(new OneSource());
            mvc.Filters.Add<FormCheck>();
        });
        services.AddOptions<AntiforgeryOptions>().Configure<IOptions<SiteOptions>>((antiforgery, site) =>
        {
            antiforgery.Cookie.Name = site.Value.CookieName("form");
            // Strict would keep it back when a link of another site opens a second page: that page's new cookie voids the first form.
            antiforgery.Cookie.SameSite = SameSiteMode.Lax;
            antiforgery.Cookie.SecurePolicy = site.Value.IsHttps ? CookieSecurePolicy.Always : CookieSecurePolicy.None;
            antiforgery.SuppressXFrameOptionsHeader = true;
        });
    }

    /// <summary>Who asks, and how, as the proxies say that we believe.</summary>
    public static void UseProxies(this WebApplication app)
    {
        var site = app.Services.GetRequiredService<IOptions<SiteOptions>>().Value;
        app.UseMiddleware<ProxySigns>();
        app.UseForwardedHeaders();
        app.Use((context, next) =>
        {
            ProxySigns.SpeakAsTheWorldSees(context, site);
            return next(context);
        });
    }

    private static void AddKnownProxies(this IServiceCollection services) =>
        services.AddSingleton<ProxySigns>().AddOptions<ForwardedHeadersOptions>().Configure<IOptions<ProxyOptions>>((forwarded, proxy) =>
        {
            // As many as are known: a content network before the proxy is one more.
            forwarded.ForwardLimit = null;
            forwarded.KnownProxies.Clear();
            forwarded.KnownIPNetworks.Clear();
            foreach (var network in proxy.Value.KnownNetworks)
                forwarded.KnownIPNetworks.Add(System.Net.IPNetwork.Parse(network));
            // With both lists empty the middleware would believe everybody.
            forwarded.ForwardedHeaders = proxy.Value.KnownNetworks.Count == 0
                ? ForwardedHeaders.None
                : ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
        });
}
