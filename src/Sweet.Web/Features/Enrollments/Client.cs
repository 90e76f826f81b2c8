using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Options;
using Sweet.Domain;
using Sweet.Web.Hosting;

namespace Sweet.Web.Features.Enrollments;

/// <param name="NetworkKey">The network address, or the /64 that an IPv6 customer has; null where there is none.</param>
/// <param name="BrowserKey">From the strictly necessary cookie of the form; null if the browser keeps none.</param>
public sealed record Client(string? NetworkKey, string? BrowserKey)
{
    private const string CookieName = "browser";
    private const int NetworkBytes = 8;

    /// <summary>Longer than any hold, so that the same browser can resume.</summary>
    private static readonly TimeSpan CookieLife = TimeSpan.FromHours(4);

    public static Client Of(HttpContext context)
    {
        var cookie = context.Request.Cookies[SiteOf(context).CookieName(CookieName)];
        return new Client(NetworkKeyOf(context.Connection.RemoteIpAddress), cookie?.Length == RandomText.TokenLength ? cookie : null);
    }

    /// <summary>The client, with a cookie set if it had none.</summary>
    public static Client Remembered(HttpContext context)
    {
        var client = Of(context);
        if (client.BrowserKey is not null) return client;

        var key = RandomText.Token();
        var site = SiteOf(context);
        context.Response.Cookies.Append(site.CookieName(CookieName), key, new CookieOptions
        {
            HttpOnly = true,
            IsEssential = true,
            MaxAge = CookieLife,
            SameSite = SameSiteMode.Lax,
            Secure = site.IsHttps,
        });
        return client with { BrowserKey = key };
    }

    private static SiteOptions SiteOf(HttpContext context) => context.RequestServices.GetRequiredService<IOptions<SiteOptions>>().Value;

    private static string? NetworkKeyOf(IPAddress? address)
    {
        if (address is null) return null;
        if (address.IsIPv4MappedToIPv6) address = address.MapToIPv4();
        return address.AddressFamily == AddressFamily.InterNetworkV6
            ? Convert.ToHexString(address.GetAddressBytes().AsSpan(0, NetworkBytes))
            : address.ToString();
    }
}
