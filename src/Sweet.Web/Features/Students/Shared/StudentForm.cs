using System.ComponentModel.DataAnnotations;
using Sweet.Domain.Enrollments;
using Sweet.Domain.Orders;
using Sweet.Web.Features.Shared;

namespace Sweet.Web.Features.Students.Shared;

/// <summary>What a student says of the person who takes part and of who pays: typed at registration, corrected later.</summary>
public abstract class StudentForm : IAsksForAddress, IValidatableObject
{
    [Display(Name = "First name")]
    [Required(ErrorMessage = "Enter your first name")]
    [NoLink(ErrorMessage = "Enter your first name without a link")]
    [StringLength(Enrollment.NameMaxLength, ErrorMessage = "Shorten your first name to {1} characters")]
    public string? FirstName { get; set; }

    [Display(Name = "Last name", Description = "If you have only one name, leave this empty.")]
    [NoLink(ErrorMessage = "Enter your last name without a link")]
    [StringLength(Enrollment.NameMaxLength, ErrorMessage = "Shorten your last name to {1} characters")]
    public string? LastName { get; set; }

    [Display(Name = "Name on the certificate", Description = "If it differs from the names above.")]
    [NoLink(ErrorMessage = "Enter the name on the certificate without a link")]
    [StringLength(Enrollment.CertificateNameMaxLength, ErrorMessage = "Shorten the name on the certificate to {1} characters")]
    public string? CertificateName { get; set; }

    [Display(Name = "Email address", Description = "Your seat, the join link, and the receipt go there.")]
    [ReachableAddress]
    [StringLength(EmailAddress.MaxLength, ErrorMessage = "Shorten the email address to {1} characters")]
    public virtual string? Email { get; set; }

    public string? KeptEmail { get; set; }

    [Display(Name = "Profession")]
    [Required(ErrorMessage = "Choose your profession")]
    [EnumDataType(typeof(Profession), ErrorMessage = "Choose your profession")]
    public Profession? Profession { get; set; }

    [Display(Name = "License number", Description = "Your board may ask for it on a CE certificate.")]
    [StringLength(Enrollment.LicenseNumberMaxLength, ErrorMessage = "Shorten the license number to {1} characters")]
    public virtual string? LicenseNumber { get; set; }

    [Display(Name = "State of the license", Description = "CE credit counts for the state that licenses you.")]
    [LicenseState(ErrorMessage = "Choose the state of your license from the list")]
    public string? LicenseState { get; set; }

    [Display(Name = "Name for the receipt")]
    [NoLink(ErrorMessage = "Enter the name for the receipt without a link")]
    [StringLength(Order.PayerNameMaxLength, ErrorMessage = "Shorten the name for the receipt to {1} characters")]
    public virtual string? PayerName { get; set; }

    [Display(Name = "Address for the receipt")]
    [DataType(DataType.MultilineText)]
    [StringLength(Order.PayerAddressMaxLength, ErrorMessage = "Shorten the address for the receipt to {1} characters")]
    public string? PayerAddress { get; set; }

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Typed(PayerName) is null && Typed(PayerAddress) is not null)
            yield return new ValidationResult("Enter the name for the receipt, or clear its address", [nameof(PayerName)]);
    }

    /// <param name="email">The one that was typed, or the one that stays.</param>
    /// <remarks>Only of a valid form.</remarks>
    public Student ToStudent(EmailAddress email) => new(FirstName!.Trim(), Typed(LastName) ?? "", email, Profession!.Value)
    {
        CertificateName = Typed(CertificateName),
        LicenseNumber = Typed(LicenseNumber),
        LicenseState = Typed(LicenseState),
    };

    /// <summary>Fills the form with what <see cref="ToStudent"/> once took from it.</summary>
    protected void Show(Student student)
    {
        FirstName = student.FirstName;
        LastName = student.LastName;
        CertificateName = student.CertificateName;
        Email = EmailAddress.Shown(student.Email.Text);
        Profession = student.Profession;
        LicenseNumber = student.LicenseNumber;
        LicenseState = student.LicenseState;
    }

    public Payer? ToPayer() => Typed(PayerName) is { } name ? new Payer(name, Typed(PayerAddress)) : null;

    protected static string? Typed(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
