using Sweet.Sandbox;

namespace Sweet.Web.Tests.Support;

internal static class TestSettings
{
    public static IEnumerable<KeyValuePair<string, string>> For(TestDatabase database, StandIns standIns) => new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["Database:Provider"] = database.Provider,
        ["Database:MigrateAtStart"] = "false",
        ["ConnectionStrings:Sweet"] = database.ConnectionString,
        ["Stripe:SecretKey"] = standIns.Stripe.SecretKey,
        ["Stripe:WebhookSecret"] = standIns.Webhooks.Secret,
        ["Stripe:ApiBase"] = Origin(standIns),
        ["Stripe:CheckoutOrigin"] = Origin(standIns),
        ["SendGrid:ApiKey"] = standIns.SendGrid.ApiKey,
        ["SendGrid:Host"] = Origin(standIns),
        ["SendGrid:EventPublicKey"] = standIns.MailEvents.PublicKey,
        ["SendGrid:From"] = "courses@sweet.test",
        ["SendGrid:AllowedRecipients:0"] = "@clinic.example",
        ["Site:BaseUrl"] = "https://sweet.test",
        ["Site:StaffEmail"] = "staff@clinic.example",
        ["Site:Ein"] = "12-3456789",
        ["Workers:Every"] = "00:00:00",

        // One machine plays all visitors.
        ["Enrollment:MaxUnpaidHoldsPerClient"] = "10000",
        ["RateLimits:Registration:Permits"] = "10000",
        ["RateLimits:Mail:Permits"] = "10000",
        ["RateLimits:StaffMail:Permits"] = "10000",
        ["RateLimits:SignIn:Permits"] = "10000",
    };

    private static string Origin(StandIns standIns) => standIns.Address.GetLeftPart(UriPartial.Authority);
}
