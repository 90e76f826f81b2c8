using System.ComponentModel.DataAnnotations;
using Sweet.Domain.Enrollments;
using Sweet.Domain.Vouchers;
using Sweet.Domain.Waitlists;
using Sweet.Web.Features.Shared;
using Sweet.Web.Features.Students.Shared;

namespace Sweet.Web.Features.Students.Enrollments;

/// <summary>What a prospective student types. Prices and cohorts are never among it.</summary>
public sealed class EnrollmentForm : StudentForm
{
    [Display(Name = "Email address",
        Description = "Your seat, the join link, and the receipt go there. Each student needs an address of their own.")]
    [Required(ErrorMessage = "Enter your email address")]
    public override string? Email { get; set; }

    [Display(Name = "License number", Description = "Your board may ask for it on a CE certificate. You can add it later.")]
    public override string? LicenseNumber { get; set; }

    [Display(Name = "What you need",
        Description = "For example, captions, breaks, or large print. Only the registrar reads this, and answers before the first class.")]
    [DataType(DataType.MultilineText)]
    [StringLength(Enrollment.AccommodationMaxLength, ErrorMessage = "Shorten what you need to {1} characters")]
    public string? Accommodation { get; set; }

    [Display(Name = "Where did you hear of us?")]
    [StringLength(Enrollment.HeardFromMaxLength, ErrorMessage = "Shorten where you heard of us to {1} characters")]
    public string? HeardFrom { get; set; }

    [Display(Name = "Code")]
    [StringLength(Voucher.CodeMaxLength, ErrorMessage = "Shorten the code to {1} characters")]
    public string? Code { get; set; }

    /// <summary>The button that shows what the code does, and takes no seat.</summary>
    public bool Apply { get; set; }

    [Range(typeof(bool), "true", "true", ErrorMessage = "Check the box to accept the refund policy and the privacy notice")]
    public bool Consent { get; set; }

    /// <summary>The article that led here, or null: checked like the address that it comes from.</summary>
    public string? From
    {
        get;
        set => field = SourceArticle.Read(value);
    }

    /// <summary>The price that the page showed, to notice that it has changed since. It is never taken.</summary>
    [Required(ErrorMessage = "Reload the page: it does not say which price you saw")]
    public long? SeenPriceMinor { get; set; }

    /// <summary>Filled in for whoever is offered a seat, as they typed it for their place in line.</summary>
    internal static EnrollmentForm For(WaitlistEntry entry, long priceMinor) => new()
    {
        FirstName = entry.FirstName,
        LastName = entry.LastName,
        Email = EmailAddress.Shown(entry.Email),
        SeenPriceMinor = priceMinor,
    };

    /// <remarks>Only of a valid form.</remarks>
    public Applicant ToApplicant(Client client)
    {
        var origin = new Origin(Typed(HeardFrom), From, Typed(Accommodation));
        return new Applicant(ToStudent(EmailAddress.Read(Email, out _)!), origin, ToPayer(), SeenPriceMinor, client) { Code = Typed(Code) };
    }
}
