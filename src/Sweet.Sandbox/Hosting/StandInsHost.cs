using System.Net;

namespace Sweet.Sandbox.Hosting;

internal static class StandInsHost
{
    // A little above SendGrid's own limit, so that it is the stand-in that refuses.
    private const long MaxBodyBytes = 64 * 1024 * 1024;

    public static WebApplication Build(int port)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.Limits.MaxRequestBodySize = MaxBodyBytes;
            kestrel.AddServerHeader = false;
            kestrel.Listen(IPAddress.Loopback, port);
        });
        builder.WebHost.UseSetting(WebHostDefaults.PreventHostingStartupKey, "true");
        return builder.Build();
    }
}
