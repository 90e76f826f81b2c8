namespace Sweet.Web.Hosting;

public sealed class SiteOptions
{
    public const string Section = "Site";

    /// <summary>Scheme, host and port of the site as the world sees it, without a slash at the end.</summary>
    public string BaseUrl { get; set; } = "";

    /// <summary>Gets the mails that only a person can act on.</summary>
    public string StaffEmail { get; set; } = "";

    /// <summary>A contact that a human reads; on every page and mail.</summary>
    public string HelpEmail { get; set; } = "help@sweet.example";

    /// <summary>For receipts.</summary>
    public string LegalName { get; set; } = "SWEET Institute";

    /// <summary>For receipts; one line each.</summary>
    public string LegalAddress { get; set; } = "";
}
