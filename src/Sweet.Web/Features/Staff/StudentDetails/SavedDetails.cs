using Sweet.Domain.Enrollments;
using Sweet.Web.Wording;

namespace Sweet.Web.Features.Staff.StudentDetails;

internal static class SavedDetails
{
    /// <summary>What is saved now, for whoever has written over it without having seen it.</summary>
    public static string InWords(Enrollment enrollment)
    {
        string?[] parts =
        [
            enrollment.FullName,
            enrollment.CertificateName is { } name ? $"certificate: {name}" : null,
            EmailAddress.Shown(enrollment.Email),
            enrollment.LacksDetails ? null : enrollment.Profession.InWords(),
            enrollment.LicenseNumber,
            enrollment.LicenseState,
            enrollment.Order.PayerName is { } payer ? $"payer: {payer}" : null,
        ];
        return string.Join("; ", parts.OfType<string>());
    }
}
