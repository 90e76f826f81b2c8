namespace Sweet.Sandbox.Launcher;

/// <summary>Environment variables for the site. Ours win over those of the shell, so that no real key is used.</summary>
internal static class SiteSettings
{
    public static Dictionary<string, string> Write(
        SandboxArguments arguments, SandboxFolder folder, StandIns standIns) => new(StringComparer.Ordinal)
        {
            ["ASPNETCORE_ENVIRONMENT"] = Environment.GetEnvironmentVariable("ASPNETCORE_ENVIRONMENT") ?? Environments.Development,
            ["ASPNETCORE_URLS"] = SiteAddress(arguments),
            ["Database__Provider"] = "Sqlite",
            ["ConnectionStrings__Sweet"] = ConnectionString(folder),
            ["Stripe__SecretKey"] = standIns.Stripe.SecretKey,
            ["Stripe__WebhookSecret"] = standIns.Webhooks.Secret,
            ["Stripe__ApiBase"] = AddressOf(standIns),
            ["Stripe__CheckoutOrigin"] = AddressOf(standIns),
            ["SendGrid__ApiKey"] = standIns.SendGrid.ApiKey,
            ["SendGrid__Host"] = AddressOf(standIns),
            ["SendGrid__EventPublicKey"] = standIns.MailEvents.PublicKey,
            ["SendGrid__From"] = "courses@sweet.example",
            ["SendGrid__AllowedRecipients__0"] = "*",
            ["Site__BaseUrl"] = SiteAddress(arguments),
            ["Site__StaffEmail"] = "registrar@sweet.example",
            ["Site__Ein"] = "00-0000000",
            ["Site__LegalAddress"] = "1 Sample Street\nSample City, NY 00000",
            ["Staff__DemonstrationAccounts"] = "true",
            ["Workers__Every"] = "00:00:02",
        };

    public static string SiteAddress(SandboxArguments arguments) => $"http://localhost:{arguments.SitePort}";

    public static string ConnectionString(SandboxFolder folder) => $"Data Source={folder.Database};Default Timeout=5";

    private static string AddressOf(StandIns standIns) => standIns.Address.ToString().TrimEnd('/');
}
