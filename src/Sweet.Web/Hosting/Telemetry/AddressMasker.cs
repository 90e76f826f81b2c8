using System.Diagnostics;
using OpenTelemetry;

namespace Sweet.Web.Hosting.Telemetry;

/// <summary>Leaves the route and the host on a span and takes the address off it: paths hold link tokens.</summary>
internal sealed class AddressMasker : BaseProcessor<Activity>
{
    private static readonly string[] Addresses =
        ["url.path", "url.query", "http.target", "http.url", "network.peer.address", "client.address"];

    public override void OnEnd(Activity data)
    {
        foreach (var tag in Addresses)
            data.SetTag(tag, null);

        if (data.GetTagItem("url.full") is string address)
            data.SetTag("url.full", Uri.TryCreate(address, UriKind.Absolute, out var url) ? url.GetLeftPart(UriPartial.Authority) : null);
    }
}
