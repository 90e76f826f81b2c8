using Sweet.Domain.Enrollments;

namespace Sweet.Web.Features.Students.Enrollments;

/// <summary>Who asks for a seat, and from where.</summary>
/// <param name="SeenPriceMinor">The price that the form showed; never the price that is taken. Null where none was shown.</param>
/// <param name="Client">The browser and network address that ask.</param>
public sealed record Applicant(Student Student, Origin Origin, Payer? Payer, long? SeenPriceMinor, Client Client)
{
    /// <summary>The same person as in an enrollment that has ended.</summary>
    public static Applicant Of(Enrollment ended, Client client)
    {
        var email = EmailAddress.Read(ended.Email, out _) ?? throw new InvalidOperationException("A stored address cannot be read.");
        var student = new Student(
            ended.FirstName, ended.LastName, ended.CertificateName, email, ended.Profession, ended.LicenseNumber, ended.LicenseState);
        var payer = ended.Order.PayerName is { } name ? new Payer(name, ended.Order.PayerAddress) : null;
        return new Applicant(student, new Origin(ended.HeardFrom, ended.ArticleSlug, ended.Accommodation), payer, SeenPriceMinor: null, client);
    }

    public string? ClientKey => Client.Network;

    /// <summary>A double click, a second tab, or back and again: the same browser goes on with the seat it holds. A paid one opens by its link alone.</summary>
    public bool Owns(Enrollment? live) => live is { Status: not EnrollmentStatus.Confirmed } && Client.BrowserKey is not null && live.BrowserKey == Client.BrowserKey;

    public Registration RegisterAs(string number, PolicyAcceptance accepted) =>
        new(number, Student, Origin, Payer, accepted) { ClientKey = ClientKey, BrowserKey = Client.BrowserKey };
}
