using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Serilog;
using Sweet.Web.Hosting;
using Sweet.Web.Hosting.Kept;
using Sweet.Web.Tests.Support;

namespace Sweet.Web.Tests.Hosting;

/// <summary>Two pages that are kept, in front of a site that counts how often they are made.</summary>
public abstract class KeptSite : IAsyncLifetime
{
    private WebApplication app = null!;
    private int made;

    protected FakeTimeProvider Clock { get; } = new();

    protected SiteLog Log { get; } = new();

    protected HttpClient Http { get; private set; } = null!;

    protected string Text { get; set; } = "A page.";

    /// <summary>What the site does besides, while it makes a page.</summary>
    protected Func<HttpContext, Task> Also { get; set; } = _ => Task.CompletedTask;

    protected int Made => Volatile.Read(ref made);

    protected IServiceProvider Services => app.Services;

    public async Task InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseTestServer();
        builder.Services.AddSerilog(new LoggerConfiguration().WriteTo.Sink(Log).CreateLogger(), dispose: true);
        builder.Services.Configure<SiteOptions>(site => site.BaseUrl = "https://sweet.test");
        builder.Services.AddSingleton<TimeProvider>(Clock);
        builder.Services.AddKeptPages();
        app = builder.Build();
        app.UseKeptPages();
        app.UseRouting();
        app.UsePagesToKeep();
        app.MapGet("/page", (Delegate)MakePage).WithMetadata(new KeptPageAttribute("things"));
        app.MapGet("/other", (Delegate)MakePage).WithMetadata(new KeptPageAttribute("others"));
        await app.StartAsync();
        Http = app.GetTestClient();
    }

    public async Task DisposeAsync()
    {
        Http.Dispose();
        await app.DisposeAsync();
    }

    protected static Task Until(Func<bool> isSo) => Task.Run(() => Assert.True(SpinWait.SpinUntil(isSo, TimeSpan.FromSeconds(30))));

    private async Task<IResult> MakePage(HttpContext context)
    {
        Interlocked.Increment(ref made);
        var now = Text;
        await Also(context);
        return Results.Text(now, "text/html", statusCode: context.Response.StatusCode);
    }
}
