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
        builder.Services.AddSingleton<IHostLifetime, QuietLifetime>();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.Limits.MaxRequestBodySize = MaxBodyBytes;
            kestrel.AddServerHeader = false;
            kestrel.Listen(IPAddress.Loopback, port);
        });
        return builder.Build();
    }
}
