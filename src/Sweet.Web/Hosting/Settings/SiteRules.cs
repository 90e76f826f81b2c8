namespace Sweet.Web.Hosting.Settings;

internal static class SiteRules
{
    public static void CheckSite(this SettingsReview review)
    {
        var site = review.Read<SiteOptions>(SiteOptions.Section);

        review.RequireUrl(Key(nameof(SiteOptions.BaseUrl)), site.BaseUrl, "the site's address as the world sees it", originOnly: true);
        review.RequireAddress(Key(nameof(SiteOptions.StaffEmail)), site.StaffEmail, "gets the emails that only a person can act on");
        review.RequireAddress(Key(nameof(SiteOptions.HelpEmail)), site.HelpEmail, "a contact that a human reads");
        review.Require(Key(nameof(SiteOptions.LegalName)), site.LegalName, "the institute's name on receipts");
        if (review.IsProduction)
            review.Require(Key(nameof(SiteOptions.LegalAddress)), site.LegalAddress, "the institute's address on receipts");
        if (site.Ein.Length > 0 && !IsEin(site.Ein))
            review.Refuse(Key(nameof(SiteOptions.Ein)), "is no Employer Identification Number: two digits, a hyphen, seven digits");
        if (review.IsProduction && site.HelpEmail == SiteOptions.SampleHelpEmail)
            review.Refuse(Key(nameof(SiteOptions.HelpEmail)), "is missing; in Production it must be an address that a human reads");
    }

    private static bool IsEin(string text) => text is { Length: 10 } && text[2] == '-' && text.Remove(2, 1).All(char.IsAsciiDigit);

    private static string Key(string name) => $"{SiteOptions.Section}:{name}";
}
