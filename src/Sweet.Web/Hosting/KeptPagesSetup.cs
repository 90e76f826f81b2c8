using Sweet.Web.Hosting.Kept;

namespace Sweet.Web.Hosting;

public static class KeptPagesSetup
{
    public static void AddKeptPages(this IServiceCollection services) =>
        services.AddSingleton<KeptPages>().AddHostedService<KeptPagesLog>();

    /// <summary>Goes before everything else.</summary>
    public static void UseKeptPages(this WebApplication app) => app.Use(app.Services.GetRequiredService<KeptPages>().Answer);

    /// <summary>Goes behind the routing and before anything that reads the visitor.</summary>
    public static void UsePagesToKeep(this WebApplication app)
    {
        app.Use(OneAddress.LowerSlug);
        app.Use(app.Services.GetRequiredService<KeptPages>().Make);
    }
}
