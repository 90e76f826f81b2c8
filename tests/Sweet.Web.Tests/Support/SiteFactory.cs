using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Time.Testing;
using Sweet.Domain.Tests;
using Sweet.Web.Data;
using Sweet.Web.Hosting;

namespace Sweet.Web.Tests.Support;

/// <summary>
/// The whole site, as it is: only the clock, the database and the network are the test's. Workers do not run by
/// themselves; a test calls their single round.
/// </summary>
public sealed class SiteFactory : WebApplicationFactory<SweetSite>
{
    public static readonly Uri Address = new("https://sweet.test");

    private readonly TestDatabase database = TestDatabase.Create();
    private readonly Dictionary<string, string> settings = [];

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(Some.Now));

    public DateTime Now => Clock.GetUtcNow().UtcDateTime;

    /// <summary>Changes a setting; only before the first request.</summary>
    public SiteFactory With(string setting, string value)
    {
        settings[setting] = value;
        return this;
    }

    public Visitor NewVisitor() => new(Address, Server.CreateHandler());

    /// <summary>Lets time pass. Nothing happens by itself at its end.</summary>
    public void Pass(TimeSpan time) => Clock.Advance(time);

    public Task<T> Db<T>(Func<SweetDbContext, Task<T>> work) => Do(work);

    public Task Db(Func<SweetDbContext, Task> work) => Do(work);

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
        foreach (var (key, value) in TestSettings.For(database).Concat(settings)) builder.UseSetting(key, value);
        builder.ConfigureTestServices(services => services.Replace(ServiceDescriptor.Singleton<TimeProvider>(Clock)));
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        database.Dispose();
    }
}
