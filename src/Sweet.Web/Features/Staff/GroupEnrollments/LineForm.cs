using System.ComponentModel.DataAnnotations;
using Sweet.Domain.Enrollments;
using Sweet.Web.Features.Shared;
using Sweet.Web.Seating;
using Sweet.Web.Wording;

namespace Sweet.Web.Features.Staff.GroupEnrollments;

/// <summary>The fields of one line, by the rules of the form for one person.</summary>
internal sealed class LineForm : IAsksForAddress, IValidatableObject
{
    [Required(ErrorMessage = "Add the name before the email address")]
    [NoLink(ErrorMessage = "Enter the name without a link")]
    [StringLength(Enrollment.NameMaxLength, ErrorMessage = "Shorten the first name to {1} characters")]
    public string? FirstName { get; init; }

    [NoLink(ErrorMessage = "Enter the name without a link")]
    [StringLength(Enrollment.NameMaxLength, ErrorMessage = "Shorten the last name to {1} characters")]
    public string? LastName { get; init; }

    [Required(ErrorMessage = "Add an email address, like name@example.com")]
    [ReachableAddress]
    [StringLength(EmailAddress.MaxLength, ErrorMessage = "Shorten the email address to {1} characters")]
    public string? Email { get; init; }

    public string? KeptEmail { get; init; }

    public string? Profession { get; init; }

    [StringLength(Enrollment.LicenseNumberMaxLength, ErrorMessage = "Shorten the license number to {1} characters")]
    public string? LicenseNumber { get; init; }

    [LicenseState(ErrorMessage = "Write out the state of the license, like New York")]
    public string? LicenseState { get; init; }

    /// <summary>Null where nothing was told, or no such profession is known.</summary>
    private Profession? Known => ProfessionText.Named(Profession);

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Profession is not null && Known is null)
            yield return new ValidationResult(
                $"“{Profession}” is not a profession on our list: "
                + string.Join(", ", Enum.GetValues<Profession>().Select(p => p.InWords())));
    }

    /// <remarks>Only of a valid line.</remarks>
    public HandPerson ToPerson() => new(
        new Student(FirstName!, LastName ?? "", EmailAddress.Read(Email, out _)!, Known ?? Domain.Enrollments.Profession.Other)
        {
            LicenseNumber = LicenseNumber,
            LicenseState = LicenseState,
        },
        LacksDetails: Known is null);
}
