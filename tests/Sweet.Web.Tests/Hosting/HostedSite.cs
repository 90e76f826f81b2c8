using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Serilog.Core;
using Sweet.Web.Data.Sqlite;
using Sweet.Web.Hosting;

namespace Sweet.Web.Tests.Hosting;

/// <summary>The site with the actions of <see cref="ProbeController"/> added, its log kept, and a database of its own.</summary>
public sealed class HostedSite : WebApplicationFactory<SweetSite>
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("sweet-hosting-");
    private readonly KeptLog log = new();
    private readonly Dictionary<string, string?> settings = SomeSettings.Outside();

    private string environment = "Testing";

    public HostedSite()
    {
        settings["ConnectionStrings:Sweet"] = Connection;
    }

    private string Connection => $"Data Source={Path.Combine(folder.FullName, "sweet.db")};Pooling=False";

    public KeptLog Log => log;

    public HostedSite With(string key, string value)
    {
        settings[key] = value;
        return this;
    }

    public HostedSite InProduction()
    {
        environment = Environments.Production;
        foreach (var (key, value) in SomeSettings.Production().Where(s => s.Key != "ConnectionStrings:Sweet"))
            settings[key] = value;
        using var gate = new WriteGate();
        using var db = new SqliteSweetDbContext(new DbContextOptionsBuilder<SqliteSweetDbContext>().UseSqlite(Connection).Options, gate);
        db.Database.Migrate();
        return this;
    }

    /// <summary>Lets every request arrive from this address.</summary>
    public WebApplicationFactory<SweetSite> Behind(string peer) =>
        WithWebHostBuilder(host => host.ConfigureTestServices(services => services.AddTransient<IStartupFilter>(_ => new FromPeer(IPAddress.Parse(peer)))));

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment(environment);
        foreach (var (key, value) in settings)
            builder.UseSetting(key, value);
        builder.ConfigureTestServices(services =>
        {
            services.AddControllers().AddApplicationPart(typeof(ProbeController).Assembly);
            services.AddSingleton<ILogEventSink>(log);
        });
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing && folder.Exists)
            folder.Delete(recursive: true);
    }

    private sealed class FromPeer(IPAddress peer) : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Use((context, rest) =>
            {
                context.Connection.RemoteIpAddress = peer;
                return rest(context);
            });
            next(app);
        };
    }
}
