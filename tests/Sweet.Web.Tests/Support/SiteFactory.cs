using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Time.Testing;
using Serilog.Core;
using Sweet.Domain.Tests;
using Sweet.Sandbox;
using Sweet.Sandbox.SendGrid;
using Sweet.Web.Data;
using Sweet.Web.Data.Sqlite;
using Sweet.Web.Hosting;
using Sweet.Web.Tests.Database;
using Sweet.Web.Workers;
using Sweet.Web.Workers.Accounts;

namespace Sweet.Web.Tests.Support;

/// <summary>
/// The whole site, as it is: only the clock, the database and the network are the test's. Workers do not run by
/// themselves; a test calls their single round.
/// </summary>
public sealed class SiteFactory : WebApplicationFactory<SweetSite>, IAsyncLifetime
{
    public static readonly Uri Address = new("https://sweet.test");

    private readonly TestDatabase database;
    private readonly Dictionary<string, string> settings = [];
    private StandIns? standIns;

    public SiteFactory()
        : this(TestDatabase.Create())
    {
    }

    /// <summary>One of several instances over one database.</summary>
    internal SiteFactory(TestDatabase database) => this.database = database;

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(Some.Now));

    public DateTime Now => Clock.GetUtcNow().UtcDateTime;

    /// <summary>Stripe and SendGrid, with the clock of this test; their webhooks and events come to this site.</summary>
    public StandIns StandIns => standIns ?? throw new InvalidOperationException("Await InitializeAsync first.");

    /// <summary>Everything that the site has logged.</summary>
    public SiteLog Log { get; } = new();

    /// <summary>What the database was asked.</summary>
    public StatementLog Statements { get; } = new();

    /// <summary>Changes a setting; only before the first request.</summary>
    public SiteFactory With(string setting, string value)
    {
        settings[setting] = value;
        return this;
    }

    public async Task InitializeAsync() => standIns = await StandIns.Start(Clock);

    /// <summary>For what is about SQLite, whatever the suite runs on.</summary>
    public static SiteFactory OnSqlite() => new(TestDatabase.CreateSqlite());

    /// <summary>An instance over a database that others run on too.</summary>
    public static SiteFactory On(TestDatabase database) => new(database);

    public Visitor NewVisitor() => new(Address, Server.CreateHandler(), Log);

    /// <summary>Lets time pass. Nothing happens by itself at its end.</summary>
    public void Pass(TimeSpan time) => Clock.Advance(time);

    /// <summary>One round of a worker, as it would run by itself in production.</summary>
    public Task Tick<TWork>()
        where TWork : IWork =>
        Do<TWork>(work => work.RunOnce(CancellationToken.None));

    public Task EndHolds() => Tick<HoldsWork>();

    public Task Reconcile() => Tick<ReconcileWork>();

    public Task SendRefunds() => Tick<RefundsWork>();

    public Task SendMail() => Tick<OutboxWork>();

    /// <summary>What has arrived at an address, once all that is due was sent; without the news that each registration brings.</summary>
    public async Task<IReadOnlyList<SentMail>> MailsTo(string email) =>
        [.. (await AllMailsTo(email)).Where(m => !m.Subject.Contains("Your seat is held until", StringComparison.Ordinal))];

    public async Task<IReadOnlyList<SentMail>> AllMailsTo(string email)
    {
        await Tick<LinkRequestsWork>();
        await Tick<PasswordResetsWork>();
        await SendMail();
        return StandIns.Inbox.To(email);
    }

    public Task<T> Db<T>(Func<SweetDbContext, Task<T>> work) => SeatsUnderLock.Given(() => Do(work));

    public Task Db(Func<SweetDbContext, Task> work) => SeatsUnderLock.Given(() => Do(work));

    /// <summary>Lends a scoped service of the site, like a use case or a worker's round.</summary>
    public async Task<TResult> Do<TService, TResult>(Func<TService, Task<TResult>> work)
        where TService : notnull
    {
        await using var scope = Services.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<TService>());
    }

    /// <inheritdoc cref="Do{TService, TResult}"/>
    public async Task Do<TService>(Func<TService, Task> work)
        where TService : notnull
    {
        await using var scope = Services.CreateAsyncScope();
        await work(scope.ServiceProvider.GetRequiredService<TService>());
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        foreach (var (key, value) in TestSettings.For(database, StandIns).Concat(settings)) builder.UseSetting(key, value);
        builder.ConfigureTestServices(services =>
        {
            services.Replace(ServiceDescriptor.Singleton<TimeProvider>(Clock));
            services.AddSingleton<IInterceptor>(SqlServerTwin.OfAll);
            services.AddSingleton<IInterceptor>(Statements);
            services.AddSingleton<IInterceptor, HistoryIsAppended>();
            services.AddSingleton<IInterceptor, SeatsUnderLock>();
            services.AddSingleton<GetsWriteNothing>();
            services.AddSingleton<IInterceptor>(provider => provider.GetRequiredService<GetsWriteNothing>());
            services.AddSingleton<IStartupFilter>(provider => provider.GetRequiredService<GetsWriteNothing>());
            services.AddSingleton<ILogEventSink>(Log);
            SharedPages.Add(services);
            services.ConfigureDbContext<SqliteSweetDbContext>(AllowManySites);
            services.ConfigureDbContext<SqlServerSweetDbContext>(AllowManySites);
        });
    }

    protected override IHost CreateHost(IHostBuilder builder)
    {
        var host = base.CreateHost(builder);
        StandIns.Webhooks.SendTo(new Uri(Address, "/stripe-webhooks"), host.GetTestServer().CreateHandler());
        StandIns.MailEvents.SendTo(new Uri(Address, "/sendgrid-events"), host.GetTestServer().CreateHandler());
        return host;
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        database.Dispose();
        if (standIns is null) return;

        await standIns.DisposeAsync();
        Assert.Empty(standIns.Calls.Unknown);
    }

    // Each site has a log of its own, and with it services of its own inside EF Core, which takes more than twenty for a leak.
    private static void AllowManySites(DbContextOptionsBuilder options) =>
        options.ConfigureWarnings(warnings => warnings.Ignore(CoreEventId.ManyServiceProvidersCreatedWarning));

    Task IAsyncLifetime.DisposeAsync() => DisposeAsync().AsTask();
}
