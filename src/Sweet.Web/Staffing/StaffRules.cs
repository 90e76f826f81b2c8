using Sweet.Web.Hosting.Settings;

namespace Sweet.Web.Staffing;

internal static class StaffRules
{
    public static void CheckStaff(this SettingsReview review)
    {
        var staff = review.Read<StaffOptions>(StaffOptions.Section);
        if (review.IsProduction && staff.DemonstrationAccounts)
            review.Refuse(
                $"{StaffOptions.Section}:{nameof(StaffOptions.DemonstrationAccounts)}",
                "must not be true in Production: anyone could sign in");
    }
}
