using Microsoft.AspNetCore.TestHost;

namespace Sweet.Benchmarks;

/// <summary>ASP.NET Core with one endpoint and nothing around it.</summary>
internal sealed class BareServer : IAsyncDisposable
{
    private readonly WebApplication host;
    private readonly HttpClient http;

    private BareServer(WebApplication host)
    {
        this.host = host;
        http = host.GetTestClient();
    }

    public static async Task<BareServer> Start(byte[] answer)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseTestServer();
        var app = builder.Build();
        app.MapGet("/", (HttpContext http) => http.Response.Body.WriteAsync(answer));
        await app.StartAsync();
        return new BareServer(app);
    }

    public Task<byte[]> Get() => http.GetByteArrayAsync("/");

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        await host.DisposeAsync();
    }
}
