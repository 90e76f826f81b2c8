using System.Net;
using Sweet.Web.Hosting.Security;

namespace Sweet.Web.Hosting.Settings;

internal static class SecurityRules
{
    public static void CheckProxy(this SettingsReview review)
    {
        var networks = review.Read<ProxyOptions>(ProxyOptions.Section).KnownNetworks;
        for (var i = 0; i < networks.Count; i++)
        {
            if (!IPNetwork.TryParse(networks[i], out _))
                review.Refuse($"{ProxyOptions.Section}:{nameof(ProxyOptions.KnownNetworks)}:{i}", "is not a network, such as 10.0.0.0/8");
        }
    }

    public static void CheckRateLimits(this SettingsReview review)
    {
        var limits = review.Read<RateLimitsOptions>(RateLimitsOptions.Section);
        Check(review, nameof(RateLimitsOptions.Registration), limits.Registration);
        Check(review, nameof(RateLimitsOptions.Mail), limits.Mail);
        Check(review, nameof(RateLimitsOptions.StaffMail), limits.StaffMail);
        Check(review, nameof(RateLimitsOptions.SignIn), limits.SignIn);
    }

    private static void Check(SettingsReview review, string name, RateLimit limit)
    {
        review.RequireBetween($"{RateLimitsOptions.Section}:{name}:{nameof(RateLimit.Permits)}",
            limit.Permits, 1, int.MaxValue, "requests");
        if (limit.Window <= TimeSpan.Zero)
            review.Refuse($"{RateLimitsOptions.Section}:{name}:{nameof(RateLimit.Window)}", "must be longer than zero");
    }
}
