using Sweet.Web.Hosting.Settings;

namespace Sweet.Web.Email.Delivery;

internal static class HealthRules
{
    public static void CheckHealth(this SettingsReview review)
    {
        var health = review.Read<HealthOptions>(HealthOptions.Section);

        if (health.OldestUnsentMessage <= TimeSpan.Zero)
            review.Refuse($"{HealthOptions.Section}:{nameof(HealthOptions.OldestUnsentMessage)}", "must be longer than zero");
    }
}
