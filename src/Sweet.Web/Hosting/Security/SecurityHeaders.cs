using Microsoft.Extensions.Options;

namespace Sweet.Web.Hosting.Security;

/// <summary>One policy for each kind of page: who else may be posted to, and whether its address may be told.</summary>
internal static class SecurityHeaders
{
    private const int HstsSeconds = 365 * 24 * 60 * 60;

    public static void AddSweetSecurityHeaders(this IServiceCollection services) =>
        services.AddSecurityHeaderPolicies((policies, provider) =>
        {
            var checkout = provider.GetRequiredService<CheckoutOrigin>().Value;
            var isHttps = provider.GetRequiredService<IOptions<SiteOptions>>().Value.IsHttps;
            var hsts = provider.GetRequiredService<IHostEnvironment>().IsProduction();
            foreach (var kind in PageKind.All)
                policies.AddPolicy(kind.Name, headers => headers.For(kind, checkout, isHttps, hsts));
            policies.SetDefaultPolicy(headers => headers.For(PageKind.Public, checkout, isHttps, hsts));
            policies.SetPolicySelector(page => page.ConfiguredPolicies[PageKind.Of(page.HttpContext).Name]);
        });

    private static void For(this HeaderPolicyCollection headers, PageKind kind, string checkoutOrigin, bool isHttps, bool hsts)
    {
        headers.RemoveServerHeader()
            .AddContentTypeOptionsNoSniff()
            .AddFrameOptionsDeny()
            .AddCrossOriginOpenerPolicy(policy => policy.SameOrigin())
            .AddPermissionsPolicy(UseNoDevice)
            .AddContentSecurityPolicy(policy => policy.OwnContentOnly(kind, checkoutOrigin, isHttps));
        // What everybody may read, everybody may load: that policy would only make the head longer.
        if (kind.IsAsset || kind.IsPrivate)
            headers.AddCrossOriginResourcePolicy(policy => policy.For(kind));
        if (hsts)
            headers.AddStrictTransportSecurityMaxAgeIncludeSubDomains(HstsSeconds);
        if (kind.IsPrivate)
            headers.AddReferrerPolicyNoReferrer().AddCustomHeader("Cache-Control", "no-store").AddCustomHeader("X-Robots-Tag", "noindex");
        else
            headers.AddReferrerPolicyStrictOriginWhenCrossOrigin();
    }

    // Our scripts alone run, and in no frame: these three say so to whoever looks for them.
    private static void UseNoDevice(PermissionsPolicyBuilder policy)
    {
        policy.AddCamera().None();
        policy.AddMicrophone().None();
        policy.AddGeolocation().None();
    }

    // Readers of the feeds show our pictures inside their own pages.
    private static void For(this CrossOriginResourcePolicyBuilder policy, PageKind kind)
    {
        if (kind.IsAsset)
            policy.CrossOrigin();
        else
            policy.SameOrigin();
    }

    private static void OwnContentOnly(this CspBuilder policy, PageKind kind, string checkoutOrigin, bool isHttps)
    {
        policy.AddDefaultSrc().None();
        policy.AddBaseUri().None();
        policy.AddFrameAncestors().None();
        policy.AddScriptSrc().Self();
        policy.AddStyleSrc().Self();
        policy.AddImgSrc().Self();
        policy.AddManifestSrc().Self();
        policy.AddFontSrc().Self();
        // Checks of a page that a search engine may show read robots.txt as the page would (Lighthouse, with Chromium from 2026).
        if (kind.IsOffice || (!kind.IsPrivate && !kind.IsAsset))
            policy.AddConnectSrc().Self();
        var forms = policy.AddFormAction().Self();
        if (kind.LeadsToCheckout)
            forms.From(checkoutOrigin);
        if (isHttps)
            policy.AddUpgradeInsecureRequests();
    }
}
