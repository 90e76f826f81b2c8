using Sweet.Web.Hosting.Settings;

namespace Sweet.Web.Seating;

internal static class SeatingSettings
{
    private const int AWeek = 7 * 24;

    public static void CheckSeating(this SettingsReview review)
    {
        var seating = review.Read<SeatingOptions>(SeatingOptions.Section);
        review.RequireBetween(
            $"{SeatingOptions.Section}:{nameof(SeatingOptions.OfferHours)}", seating.OfferHours, 1, AWeek, "hours");
        review.RequireBetween(
            $"{SeatingOptions.Section}:{nameof(SeatingOptions.TransferHours)}", seating.TransferHours, 1, AWeek, "hours");
    }
}
