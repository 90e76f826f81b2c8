using Microsoft.AspNetCore.Mvc.Razor;
using Microsoft.Extensions.DependencyInjection;

namespace Sweet.Web.Tests.Support;

/// <summary>What a site compiles of each view when it first shows it, compiled once for all sites of a test run.</summary>
/// <remarks>Nothing of a test is in it: how a page gets its model and its services, which come from the request's own site.</remarks>
internal static class SharedPages
{
    private static IRazorPageActivator? ofAll;

    public static void Add(IServiceCollection services)
    {
        var own = services.Single(s => s.ServiceType == typeof(IRazorPageActivator)).ImplementationType!;
        services.AddSingleton(site => LazyInitializer.EnsureInitialized(ref ofAll, () => (IRazorPageActivator)ActivatorUtilities.CreateInstance(site, own)));
    }
}
