namespace Sweet.Web.Hosting;

public sealed class SiteOptions
{
    public const string Section = "Site";

    public const string SampleHelpEmail = "help@sweet.example";

    /// <summary>Scheme, host and port of the site as the world sees it, without a slash at the end.</summary>
    public string BaseUrl { get; set; } = "";

    /// <summary>Gets the emails that only a person can act on.</summary>
    public string StaffEmail { get; set; } = "";

    /// <summary>A contact that a human reads; on every page and email.</summary>
    public string HelpEmail { get; set; } = SampleHelpEmail;

    /// <summary>For receipts.</summary>
    public string LegalName { get; set; } = "SWEET Institute";

    /// <summary>For receipts; one line each.</summary>
    public string LegalAddress { get; set; } = "";

    /// <summary>For receipts: the institute's Employer Identification Number, like "12-3456789"; empty: not shown.</summary>
    public string Ein { get; set; } = "";

    public IReadOnlyList<string> LegalAddressLines =>
        LegalAddress.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    public bool IsHttps => BaseUrl.StartsWith("https://", StringComparison.OrdinalIgnoreCase);

    /// <summary>Over https the name binds the cookie to this very host: it is then secure, for the path / and no other domain.</summary>
    public string CookieName(string name) => IsHttps ? $"__Host-sweet-{name}" : $"sweet-{name}";
}
