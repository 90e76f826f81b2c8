using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.DataProtection;
using Sweet.Web.Hosting.Settings;

namespace Sweet.Web.Data.Keys;

internal static class KeyProtection
{
    /// <summary>Keys in the database; encrypted where there is a certificate.</summary>
    public static void AddKeys(this IServiceCollection services, KeysOptions keys)
    {
        var protection = services.AddDataProtection().SetApplicationName("Sweet").PersistKeysToDbContext<SweetDbContext>();
        if (string.IsNullOrEmpty(keys.CertificateFile)) return;

        var certificate = Load(keys.CertificateFile, keys.CertificatePassword);
        protection.ProtectKeysWithCertificate(certificate);
        protection.UnprotectKeysWithAnyCertificate(
            string.IsNullOrEmpty(keys.PreviousCertificateFile)
                ? [certificate]
                : [certificate, Load(keys.PreviousCertificateFile, keys.PreviousCertificatePassword)]);
    }

    public static void CheckKeys(this SettingsReview review)
    {
        var keys = review.Read<KeysOptions>(KeysOptions.Section);
        Check(review, nameof(KeysOptions.CertificateFile), keys.CertificateFile, keys.CertificatePassword);
        Check(review, nameof(KeysOptions.PreviousCertificateFile), keys.PreviousCertificateFile, keys.PreviousCertificatePassword);
    }

    private static void Check(SettingsReview review, string name, string? file, string? password)
    {
        if (string.IsNullOrEmpty(file)) return;

        try
        {
            using var certificate = Load(file, password);
            if (certificate.GetRSAPrivateKey() is null) Refuse(review, name);
        }
        catch (Exception unreadable)
            when (unreadable is CryptographicException or IOException or UnauthorizedAccessException or ArgumentException)
        {
            Refuse(review, name);
        }
    }

    private static void Refuse(SettingsReview review, string name) =>
        review.Refuse(
            $"{KeysOptions.Section}:{name}", "is not a readable certificate with an RSA private key, or its password is wrong");

    private static X509Certificate2 Load(string file, string? password) =>
        Path.GetExtension(file).ToUpperInvariant() is ".PFX" or ".P12" ? X509CertificateLoader.LoadPkcs12FromFile(file, password)
        : string.IsNullOrEmpty(password) ? X509Certificate2.CreateFromPemFile(file)
        : X509Certificate2.CreateFromEncryptedPemFile(file, password);
}
