namespace Sweet.Web.Email.Delivery;

public sealed class SendGridOptions
{
    public const string Section = "SendGrid";

    /// <summary>Allows every recipient: only where the host is a stand-in.</summary>
    public const string Everybody = "*";

    public string ApiKey { get; set; } = "";

    public string Host { get; set; } = "https://api.sendgrid.com";

    public string From { get; set; } = "";

    /// <summary>Verifies the event webhook; base64 of the ECDSA public key that SendGrid shows.</summary>
    public string? EventPublicKey { get; set; }

    /// <summary>Accepted too while it is set: deliveries that were signed before the key changed are still under way.</summary>
    public string? PreviousEventPublicKey { get; set; }

    /// <summary>Outside Production only these get mail: addresses, domains as @example.com, or everybody as *. Empty: nobody.</summary>
    public List<string> AllowedRecipients { get; set; } = [];
}
