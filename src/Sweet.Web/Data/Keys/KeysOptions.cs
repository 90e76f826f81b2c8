namespace Sweet.Web.Data.Keys;

/// <summary>How the keys of cookies and forms are kept in the database.</summary>
public sealed class KeysOptions
{
    public const string Section = "DataProtection";

    /// <summary>A certificate with its private key, RSA: PKCS#12 (.pfx, .p12) or PEM. Null: the keys are stored as they are.</summary>
    public string? CertificateFile { get; set; }

    public string? CertificatePassword { get; set; }

    /// <summary>Opens what an earlier one has encrypted, for the 90 days that a key lives.</summary>
    public string? PreviousCertificateFile { get; set; }

    public string? PreviousCertificatePassword { get; set; }
}
