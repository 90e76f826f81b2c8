using Sweet.Domain.Enrollments;

namespace Sweet.Domain.Staff;

/// <summary>What a correction leaves in the history: of a student that it was made, of staff each field before and after.</summary>
public static class CorrectionHistory
{
    private const string None = "none";

    /// <remarks>Before it is written: a profession that nobody had told is none.</remarks>
    public static void RecordCorrection(this Enrollment enrollment, Student before, Student after, Actor by, DateTime nowUtc)
    {
        if (by.Kind != ActorKind.Staff)
        {
            enrollment.Record("Details", null, "Corrected", by, nowUtc);
            return;
        }

        foreach (var (field, from, to) in Fields(before, after, enrollment.LacksDetails).Where(f => f.From != f.To))
            enrollment.Record(field, from, to ?? None, by, nowUtc);
    }

    public static void RecordPayer(this Enrollment enrollment, string? before, string? after, Actor by, DateTime nowUtc)
    {
        if (by.Kind == ActorKind.Staff && before != after) enrollment.Record("Payer", before, after ?? None, by, nowUtc);
    }

    private static IEnumerable<(string Field, string? From, string? To)> Fields(Student before, Student after, bool wasUntold) =>
    [
        ("First name", before.FirstName, after.FirstName),
        ("Last name", before.LastName, after.LastName),
        ("Name on the certificate", before.CertificateName, after.CertificateName),
        ("Profession", wasUntold ? null : before.Profession.ToString(), after.Profession.ToString()),
        ("License number", before.LicenseNumber, after.LicenseNumber),
        ("License state", before.LicenseState, after.LicenseState),
    ];
}
