namespace Sweet.Web.Tests.Hosting;

/// <summary>Settings that a site outside Production, or in it, starts with.</summary>
public static class SomeSettings
{
    public static Dictionary<string, string?> Outside() => new(StringComparer.Ordinal)
    {
        ["Stripe:SecretKey"] = "sk_test_0123456789",
        ["Stripe:WebhookSecret"] = "whsec_0123456789",
        ["SendGrid:ApiKey"] = "SG.0123456789",
        ["SendGrid:From"] = "hello@sweet.example",
        ["Site:BaseUrl"] = "http://localhost:5080",
        ["Site:StaffEmail"] = "staff@sweet.example",
        ["Workers:Every"] = "00:00:00",
    };

    public static Dictionary<string, string?> Production() => new(Outside(), StringComparer.Ordinal)
    {
        ["ConnectionStrings:Sweet"] = "Data Source=sweet.db",
        ["Stripe:SecretKey"] = "sk_live_0123456789",
        ["Site:BaseUrl"] = "https://sweet.example",
        ["Site:HelpEmail"] = "desk@sweet.example",
        ["Site:LegalAddress"] = "1 Sample Street",
    };
}
