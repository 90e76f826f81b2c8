using System.ComponentModel.DataAnnotations;
using Sweet.Domain.Enrollments;
using Sweet.Domain.Orders;
using Sweet.Web.Correcting;
using Sweet.Web.Features.Shared;

namespace Sweet.Web.Features.Staff.StudentDetails;

/// <summary>What staff correct of a student: the same fields and limits as the student's own form, in words for staff.</summary>
public sealed class StudentDetailsForm : IAsksForAddress, IValidatableObject
{
    [Display(Name = "First name")]
    [Required(ErrorMessage = "Enter the first name")]
    [NoLink(ErrorMessage = "Enter the first name without a link")]
    [StringLength(Enrollment.NameMaxLength, ErrorMessage = "Shorten the first name to {1} characters")]
    public string? FirstName { get; set; }

    [Display(Name = "Last name", Description = "Leave it empty for someone with one name.")]
    [NoLink(ErrorMessage = "Enter the last name without a link")]
    [StringLength(Enrollment.NameMaxLength, ErrorMessage = "Shorten the last name to {1} characters")]
    public string? LastName { get; set; }

    [Display(Name = "Name on the certificate", Description = "If it differs from the names above.")]
    [NoLink(ErrorMessage = "Enter the name on the certificate without a link")]
    [StringLength(Enrollment.CertificateNameMaxLength, ErrorMessage = "Shorten the name on the certificate to {1} characters")]
    public string? CertificateName { get; set; }

    [Display(Name = "Email address")]
    [Required(ErrorMessage = "Enter the email address")]
    [ReachableAddress]
    [StringLength(EmailAddress.MaxLength, ErrorMessage = "Shorten the email address to {1} characters")]
    public string? Email { get; set; }

    public string? KeptEmail { get; set; }

    [Display(Name = "Profession")]
    [Required(ErrorMessage = "Choose the profession")]
    [EnumDataType(typeof(Profession), ErrorMessage = "Choose the profession")]
    public Profession? Profession { get; set; }

    [Display(Name = "License number")]
    [StringLength(Enrollment.LicenseNumberMaxLength, ErrorMessage = "Shorten the license number to {1} characters")]
    public string? LicenseNumber { get; set; }

    [Display(Name = "State of the license")]
    [LicenseState(ErrorMessage = "Choose the state of the license from the list")]
    public string? LicenseState { get; set; }

    [Display(Name = "Name for the receipt")]
    [NoLink(ErrorMessage = "Enter the name for the receipt without a link")]
    [StringLength(Order.PayerNameMaxLength, ErrorMessage = "Shorten the name for the receipt to {1} characters")]
    public string? PayerName { get; set; }

    [Display(Name = "Address for the receipt")]
    [DataType(DataType.MultilineText)]
    [StringLength(Order.PayerAddressMaxLength, ErrorMessage = "Shorten the address for the receipt to {1} characters")]
    public string? PayerAddress { get; set; }

    /// <summary>What the form was filled with.</summary>
    public string? Seen { get; set; }

    /// <remarks>Only of a valid form.</remarks>
    public CorrectedDetails ToDetails() => new(Address(), ToStudent, ToPayer()) { Seen = Seen ?? "" };

    /// <remarks>Only of a valid form.</remarks>
    public EmailAddress Address() => EmailAddress.Read(Email, out _)!;

    public static StudentDetailsForm Of(Enrollment enrollment) => new()
    {
        FirstName = enrollment.FirstName,
        LastName = enrollment.LastName,
        CertificateName = enrollment.CertificateName,
        Email = EmailAddress.Shown(enrollment.Email),
        Profession = enrollment.LacksDetails ? null : enrollment.Profession,
        LicenseNumber = enrollment.LicenseNumber,
        LicenseState = enrollment.LicenseState,
        PayerName = enrollment.Order.PayerName,
        PayerAddress = enrollment.Order.PayerAddress,
        Seen = DetailsMark.Of(enrollment),
    };

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Typed(PayerName) is null && Typed(PayerAddress) is not null)
            yield return new ValidationResult("Enter the name for the receipt, or clear its address", [nameof(PayerName)]);
    }

    private Payer? ToPayer() => Typed(PayerName) is { } name ? new Payer(name, Typed(PayerAddress)) : null;

    private Student ToStudent(EmailAddress email) => new(FirstName!.Trim(), Typed(LastName) ?? "", email, Profession!.Value)
    {
        CertificateName = Typed(CertificateName),
        LicenseNumber = Typed(LicenseNumber),
        LicenseState = Typed(LicenseState),
    };

    private static string? Typed(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
