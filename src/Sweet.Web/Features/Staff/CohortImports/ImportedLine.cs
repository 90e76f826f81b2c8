using Sweet.Domain.ByHand;
using Sweet.Domain.Enrollments;
using Sweet.Web.Features.Shared;
using Sweet.Web.Wording;

namespace Sweet.Web.Features.Staff.CohortImports;

/// <summary>One line of the table: a student, or why it is none.</summary>
/// <param name="Number">As a text editor counts.</param>
internal sealed record ImportedLine(int Number, string Name, string Email, ImportedFrom Origin)
{
    /// <summary>Null with a problem.</summary>
    public Student? Student { get; private init; }

    public bool LacksProfession { get; private init; }

    public string? Problem { get; private init; }

    public static ImportedLine Read(int number, ImportColumns columns, string[] cells)
    {
        string Cell(string name) => columns.Cell(cells, name);
        var (first, last) = (Cell("First name"), Cell("Last name"));
        var origin = new ImportedFrom(OrNull(Cell("Reference")), OrNull(Cell("Paid")));
        var line = new ImportedLine(number, $"{first} {last}".Trim(), Cell("Email"), origin);
        var email = EmailAddress.Read(line.Email, out var wrong);
        var profession = ProfessionText.Named(Cell("Profession"));
        var student = email is null ? null : new Student(first, last, email, profession ?? Profession.Other)
        {
            CertificateName = OrNull(Cell("Name on the certificate")) is { } name && name != line.Name ? name : null,
            LicenseNumber = OrNull(Cell("License number")),
            LicenseState = OrNull(Cell("License state")),
        };
        var problem = first.Length == 0 ? "The first name is missing"
            : student is null ? wrong == EmailProblem.Missing ? "The email address is missing" : "No email could reach this address"
            : profession is null && Cell("Profession").Length > 0
                ? $"Unknown profession “{Cell("Profession")}”: leave it empty, and we ask the student"
            : TooLong(student, origin);
        return line with { Student = problem is null ? student : null, LacksProfession = profession is null, Problem = problem };
    }

    private static string? TooLong(Student student, ImportedFrom origin)
    {
        (string What, string? Text, int Most)[] texts =
        [
            ("first name", student.FirstName, Enrollment.NameMaxLength),
            ("last name", student.LastName, Enrollment.NameMaxLength),
            ("name on the certificate", student.CertificateName, Enrollment.CertificateNameMaxLength),
            ("license number", student.LicenseNumber, Enrollment.LicenseNumberMaxLength),
            ("reference", origin.Reference, ImportRules.ReferenceMaxLength),
            ("note of what was paid", origin.Paid, ImportRules.PaidMaxLength),
        ];
        var tooLong = Array.Find(texts, t => t.Text?.Length > t.Most);
        return tooLong.Text is not null ? $"The {tooLong.What} has more than {tooLong.Most} characters"
            : student.LicenseState is { } state && !LicenseStates.Has(state) ? $"Unknown state of the license “{state}”"
            : null;
    }

    private static string? OrNull(string text) => text.Length == 0 ? null : text;
}
