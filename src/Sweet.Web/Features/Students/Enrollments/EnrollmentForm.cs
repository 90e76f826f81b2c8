using System.ComponentModel.DataAnnotations;
using Sweet.Domain.Articles;
using Sweet.Domain.Enrollments;
using Sweet.Domain.Orders;
using Sweet.Web.Features.Shared;

namespace Sweet.Web.Features.Students.Enrollments;

/// <summary>What a prospective student types. Prices and cohorts are never among it.</summary>
public sealed class EnrollmentForm : IValidatableObject
{
    [Display(Name = "First name")]
    [Required(ErrorMessage = "Write your first name")]
    [VisibleText(ErrorMessage = "Write your first name")]
    [StringLength(Enrollment.NameMaxLength, ErrorMessage = "Shorten your first name to {1} characters")]
    public string? FirstName { get; set; }

    [Display(Name = "Last name")]
    [Required(ErrorMessage = "Write your last name")]
    [VisibleText(ErrorMessage = "Write your last name")]
    [StringLength(Enrollment.NameMaxLength, ErrorMessage = "Shorten your last name to {1} characters")]
    public string? LastName { get; set; }

    [Display(Name = "Name on the certificate", Description = "If it differs from the names above.")]
    [StringLength(Enrollment.CertificateNameMaxLength, ErrorMessage = "Shorten the name on the certificate to {1} characters")]
    public string? CertificateName { get; set; }

    [Display(Name = "Email address", Description = "Your place, the join link and the receipt go there. Each student needs an address of their own.")]
    [Required(ErrorMessage = "Write your email address")]
    [ReachableAddress]
    [StringLength(EmailAddress.MaxLength, ErrorMessage = "Shorten the email address to {1} characters")]
    public string? Email { get; set; }

    [Display(Name = "Profession")]
    [Required(ErrorMessage = "Choose your profession")]
    [EnumDataType(typeof(Profession), ErrorMessage = "Choose your profession")]
    public Profession? Profession { get; set; }

    [Display(Name = "License number", Description = "Your board may ask for it on a CE certificate. You can add it later.")]
    [StringLength(Enrollment.LicenseNumberMaxLength, ErrorMessage = "Shorten the license number to {1} characters")]
    public string? LicenseNumber { get; set; }

    [Display(Name = "State of the license", Description = "CE credit counts for the state that licenses you.")]
    [StringLength(Enrollment.LicenseStateMaxLength, ErrorMessage = "Shorten the state to {1} characters")]
    public string? LicenseState { get; set; }

    [Display(Name = "Name for the receipt")]
    [StringLength(Order.PayerNameMaxLength, ErrorMessage = "Shorten the name for the receipt to {1} characters")]
    public string? PayerName { get; set; }

    [Display(Name = "Address for the receipt")]
    [DataType(DataType.MultilineText)]
    [StringLength(Order.PayerAddressMaxLength, ErrorMessage = "Shorten the address for the receipt to {1} characters")]
    public string? PayerAddress { get; set; }

    [Display(Name = "What you need", Description = "Captions, breaks, large print. Only the registrar reads it, and answers before the first class.")]
    [DataType(DataType.MultilineText)]
    [StringLength(Enrollment.AccommodationMaxLength, ErrorMessage = "Shorten what you need to {1} characters")]
    public string? Accommodation { get; set; }

    [Display(Name = "Where did you hear of us?")]
    [StringLength(Enrollment.HeardFromMaxLength, ErrorMessage = "Shorten where you heard of us to {1} characters")]
    public string? HeardFrom { get; set; }

    [Range(typeof(bool), "true", "true", ErrorMessage = "Tick the box to accept the refund policy and the privacy notice")]
    public bool Consent { get; set; }

    /// <summary>The article whose call to action led here.</summary>
    [StringLength(Article.SlugMaxLength)]
    public string? From { get; set; }

    /// <summary>The price that the page showed, to notice that it has changed since. It is never taken.</summary>
    [Required(ErrorMessage = "Load the page again: it does not say which price you saw")]
    public long? SeenPriceMinor { get; set; }

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Typed(PayerName) is null && Typed(PayerAddress) is not null) yield return new ValidationResult("Write the name for the receipt, or clear its address", [nameof(PayerName)]);
    }

    /// <remarks>Only of a valid form.</remarks>
    public Applicant ToApplicant(Client client)
    {
        var email = EmailAddress.Read(Email, out _)!;
        var student = new Student(FirstName!.Trim(), LastName!.Trim(), Typed(CertificateName), email, Profession!.Value, Typed(LicenseNumber), Typed(LicenseState));
        var payer = Typed(PayerName) is { } name ? new Payer(name, Typed(PayerAddress)) : null;
        return new Applicant(student, new Origin(Typed(HeardFrom), Typed(From), Typed(Accommodation)), payer, SeenPriceMinor, client);
    }

    private static string? Typed(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
