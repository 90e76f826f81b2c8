using Microsoft.Extensions.Options;
using Sweet.Web.Commands;
using Sweet.Web.Data;
using Sweet.Web.Data.Keys;
using Sweet.Web.Email.Delivery;
using Sweet.Web.Features.Students.Enrollments;
using Sweet.Web.Hosting;
using Sweet.Web.Hosting.Security;
using Sweet.Web.Hosting.Settings;
using Sweet.Web.Payments;
using Sweet.Web.Seating;
using Sweet.Web.Staffing;
using Sweet.Web.Workers.Cohorts;

namespace Sweet.Web;

public static class SettingsSetup
{
    /// <summary>Binds every setting that the site knows, and looks at all of those that the command needs.</summary>
    /// <exception cref="StartRefusedException">Some are missing or malformed; each is named.</exception>
    public static void AddSettings(this WebApplicationBuilder builder, Command command)
    {
        var isProduction = builder.Environment.IsProduction();
        var review = new SettingsReview(builder.Configuration, isProduction);
        builder.SetDefaultDatabase();

        review.CheckDatabase(builder.Configuration.GetConnectionString(DataSetup.ConnectionName));
        if (!command.NeedsDatabaseOnly)
            CheckRest(review);
        if (review.Problems.Count > 0)
            throw new StartRefusedException(Message(review));

        builder.Keep<DatabaseOptions>(review, DatabaseOptions.Section);
        builder.Keep<KeysOptions>(review, KeysOptions.Section);
        builder.Keep<StripeOptions>(review, StripeOptions.Section);
        builder.Keep<SendGridOptions>(review, SendGridOptions.Section);
        builder.Keep<SiteOptions>(review, SiteOptions.Section);
        builder.Keep<EnrollmentOptions>(review, EnrollmentOptions.Section);
        builder.Keep<SeatingOptions>(review, SeatingOptions.Section);
        builder.Keep<WorkerOptions>(review, WorkerOptions.Section);
        builder.Keep<ProxyOptions>(review, ProxyOptions.Section);
        builder.Keep<RateLimitsOptions>(review, RateLimitsOptions.Section);
        builder.Keep<HealthOptions>(review, HealthOptions.Section);
        builder.Keep<StaffOptions>(review, StaffOptions.Section);
        builder.Keep<ReminderOptions>(review, ReminderOptions.Section);
    }

    private static void CheckRest(SettingsReview review)
    {
        review.CheckStripe();
        review.CheckSendGrid();
        review.CheckSite();
        review.CheckEnrollment();
        review.CheckSeating();
        review.CheckWorkers();
        review.CheckProxy();
        review.CheckRateLimits();
        review.CheckHealth();
        review.CheckKeys();
        review.CheckStaff();
    }

    private static void SetDefaultDatabase(this WebApplicationBuilder builder)
    {
        var provider = builder.Configuration[$"{DatabaseOptions.Section}:{nameof(DatabaseOptions.Provider)}"];
        var isSqlite = string.IsNullOrEmpty(provider)
            || provider.Equals(nameof(DatabaseProvider.Sqlite), StringComparison.OrdinalIgnoreCase);
        var isUnset = string.IsNullOrEmpty(builder.Configuration.GetConnectionString(DataSetup.ConnectionName));
        if (!isSqlite || !isUnset || builder.Environment.IsProduction()) return;

        var file = Path.Combine(builder.Environment.ContentRootPath, "sweet.db");
        builder.Configuration[DatabaseRules.ConnectionString] = $"Data Source={file};Default Timeout=5";
    }

    // What was reviewed is what is used: another reader might take an empty value for more than none.
    private static void Keep<T>(this WebApplicationBuilder builder, SettingsReview review, string section)
        where T : class, new() =>
        builder.Services.AddSingleton(Options.Create(review.Read<T>(section)));

    private static string Message(SettingsReview review) =>
        $"Sweet cannot start, its settings need attention (as environment variables in brackets):{Environment.NewLine}"
        + string.Join(Environment.NewLine, review.Problems.Select(problem => $"  {problem}"));
}
