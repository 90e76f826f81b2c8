using Sweet.Web.Data;
using Sweet.Web.Email;
using Sweet.Web.Features.Enrollments;
using Sweet.Web.Hosting.Commands;
using Sweet.Web.Hosting.Health;
using Sweet.Web.Hosting.Security;
using Sweet.Web.Hosting.Settings;
using Sweet.Web.Payments;

namespace Sweet.Web.Hosting;

public static class SettingsSetup
{
    /// <summary>Binds every setting that the site knows, and looks at all of those that the command needs.</summary>
    /// <exception cref="StartRefusedException">Some are missing or malformed; each is named.</exception>
    public static void AddSettings(this WebApplicationBuilder builder, Command command)
    {
        var isProduction = builder.Environment.IsProduction();
        var review = new SettingsReview(builder.Configuration, isProduction);
        builder.SetDefaultDatabase();

        review.CheckDatabase(builder.Configuration.GetConnectionString("Sweet"));
        if (!command.NeedsDatabaseOnly)
            CheckRest(review);
        if (review.Problems.Count > 0)
            throw new StartRefusedException(Message(review));

        builder.Bind<DatabaseOptions>(DatabaseOptions.Section);
        builder.Bind<StripeOptions>(StripeOptions.Section);
        builder.Bind<SendGridOptions>(SendGridOptions.Section);
        builder.Bind<SiteOptions>(SiteOptions.Section);
        builder.Bind<EnrollmentOptions>(EnrollmentOptions.Section);
        builder.Bind<WorkerOptions>(WorkerOptions.Section);
        builder.Bind<ProxyOptions>(ProxyOptions.Section);
        builder.Bind<RateLimitsOptions>(RateLimitsOptions.Section);
        builder.Bind<HealthOptions>(HealthOptions.Section);
    }

    private static void CheckRest(SettingsReview review)
    {
        review.CheckStripe();
        review.CheckSendGrid();
        review.CheckSite();
        review.CheckEnrollment();
        review.CheckWorkers();
        review.CheckProxy();
        review.CheckRateLimits();
        review.CheckHealth();
    }

    private static void SetDefaultDatabase(this WebApplicationBuilder builder)
    {
        var provider = builder.Configuration[$"{DatabaseOptions.Section}:{nameof(DatabaseOptions.Provider)}"];
        var isSqlite = string.IsNullOrEmpty(provider) || provider.Equals(nameof(DatabaseProvider.Sqlite), StringComparison.OrdinalIgnoreCase);
        if (isSqlite && !builder.Environment.IsProduction() && string.IsNullOrEmpty(builder.Configuration.GetConnectionString("Sweet")))
            builder.Configuration[DatabaseRules.ConnectionString] = $"Data Source={Path.Combine(builder.Environment.ContentRootPath, "sweet.db")};Default Timeout=5";
    }

    private static void Bind<T>(this WebApplicationBuilder builder, string section)
        where T : class =>
        builder.Services.AddOptions<T>().BindConfiguration(section);

    private static string Message(SettingsReview review) =>
        $"Sweet cannot start, its settings need attention (as environment variables in brackets):{Environment.NewLine}"
        + string.Join(Environment.NewLine, review.Problems.Select(problem => $"  {problem}"));
}
