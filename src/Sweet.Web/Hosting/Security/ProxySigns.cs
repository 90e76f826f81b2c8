using System.Net;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.Options;

namespace Sweet.Web.Hosting.Security;

/// <summary>Where the answer has its headers and its number, the request is refused.</summary>
internal sealed class RefusedByProxySigns;

/// <summary>Notices a proxy that the settings do not know, and what no proxy of ours may say.</summary>
public sealed partial class ProxySigns(
    IOptions<SiteOptions> site, IOptions<ForwardedHeadersOptions> forwarded, ILogger<ProxySigns> log) : IMiddleware
{
    private int isTold;

    public Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        var request = context.Request;
        if (CountOf(request, ForwardedHeadersDefaults.XForwardedProtoHeaderName) is var protocols and > 0)
        {
            if (!IsKnown(context.Connection.RemoteIpAddress)) Tell();
            // One for each hop: with more, nobody knows which of them is the visitor's.
            else if (protocols > Math.Max(1, CountOf(request, ForwardedHeadersDefaults.XForwardedForHeaderName)))
                context.Features.Set(new RefusedByProxySigns());
        }

        return next(context);
    }

    /// <summary>
    /// Goes behind the forwarded headers. The site is reached over TLS alone where its address says so; a proxy that is not known
    /// must not turn every page with a form into a failure.
    /// </summary>
    public static void SpeakAsTheWorldSees(HttpContext context, SiteOptions site)
    {
        if (site.IsHttps) context.Request.Scheme = Uri.UriSchemeHttps;
    }

    private static int CountOf(HttpRequest request, string header) => request.Headers.GetCommaSeparatedValues(header).Length;

    private bool IsKnown(IPAddress? peer) =>
        peer is not null && forwarded.Value.KnownIPNetworks.Any(
            network => network.Contains(peer.IsIPv4MappedToIPv6 ? peer.MapToIPv4() : peer));

    private void Tell()
    {
        if (site.Value.IsHttps && Interlocked.Exchange(ref isTold, 1) == 0) ProxyIsNotKnown();
    }

    [LoggerMessage(
        Level = LogLevel.Warning,
        Message = "A request came through a proxy that Proxy:KnownNetworks does not list: all visitors count as one, "
            + "and limits stop them together. Add its network there. This is said once.")]
    private partial void ProxyIsNotKnown();
}
