using Sweet.Web.Features.Enrollments;
using Sweet.Web.Hosting.Health;

namespace Sweet.Web.Hosting.Settings;

internal static class SiteRules
{
    // The hold may be moved three times; within a day it stays inside what Stripe allows one session.
    private const int LongestHoldMinutes = (24 * 60) - 60;

    private static readonly TimeSpan LongestRest = TimeSpan.FromHours(1);

    public static void CheckSite(this SettingsReview review)
    {
        var site = review.Read<SiteOptions>(SiteOptions.Section);

        review.RequireUrl(Key(nameof(SiteOptions.BaseUrl)), site.BaseUrl, "the site's address as the world sees it", originOnly: true);
        review.RequireAddress(Key(nameof(SiteOptions.StaffEmail)), site.StaffEmail, "gets the mails that only a person can act on");
        review.RequireAddress(Key(nameof(SiteOptions.HelpEmail)), site.HelpEmail, "a contact that a human reads");
        review.Require(Key(nameof(SiteOptions.LegalName)), site.LegalName, "the institute's name on receipts");
        if (review.IsProduction)
            review.Require(Key(nameof(SiteOptions.LegalAddress)), site.LegalAddress, "the institute's address on receipts");
        if (review.IsProduction && site.HelpEmail == SiteOptions.SampleHelpEmail)
            review.Refuse(Key(nameof(SiteOptions.HelpEmail)), "is missing; in Production it must be an address that a human reads");
    }

    public static void CheckEnrollment(this SettingsReview review)
    {
        var enrollment = review.Read<EnrollmentOptions>(EnrollmentOptions.Section);

        review.RequireBetween($"{EnrollmentOptions.Section}:{nameof(EnrollmentOptions.HoldMinutes)}", enrollment.HoldMinutes, 31, LongestHoldMinutes, "minutes");
        review.RequireBetween($"{EnrollmentOptions.Section}:{nameof(EnrollmentOptions.MaxHoldMoves)}", enrollment.MaxHoldMoves, 0, 20, "times");
        review.RequireBetween($"{EnrollmentOptions.Section}:{nameof(EnrollmentOptions.MaxUnpaidHoldsPerClient)}", enrollment.MaxUnpaidHoldsPerClient, 1, 10_000, "holds");
        review.RequireBetween($"{EnrollmentOptions.Section}:{nameof(EnrollmentOptions.DelayedMethodsMinDays)}", enrollment.DelayedMethodsMinDays, 0, 365, "days");
    }

    public static void CheckWorkers(this SettingsReview review)
    {
        var workers = review.Read<WorkerOptions>(WorkerOptions.Section);

        review.RequireBetween($"{WorkerOptions.Section}:{nameof(WorkerOptions.ReconcileCalls)}", workers.ReconcileCalls, 1, 10_000, "calls");
        if (workers.Every > LongestRest)
            review.Refuse($"{WorkerOptions.Section}:{nameof(WorkerOptions.Every)}", "is longer than an hour; write hours, minutes and seconds, like 00:00:05");
        if (workers.Every < TimeSpan.Zero)
            review.Refuse($"{WorkerOptions.Section}:{nameof(WorkerOptions.Every)}", "cannot be less than zero; zero switches the workers of this instance off");
    }

    public static void CheckHealth(this SettingsReview review)
    {
        var health = review.Read<HealthOptions>(HealthOptions.Section);

        if (health.OldestUnsentMessage <= TimeSpan.Zero)
            review.Refuse($"{HealthOptions.Section}:{nameof(HealthOptions.OldestUnsentMessage)}", "must be longer than zero");
    }

    private static string Key(string name) => $"{SiteOptions.Section}:{name}";
}
