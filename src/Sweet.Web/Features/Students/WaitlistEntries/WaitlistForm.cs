using System.ComponentModel.DataAnnotations;
using Sweet.Domain.Enrollments;
using Sweet.Domain.Waitlists;
using Sweet.Web.Features.Shared;

namespace Sweet.Web.Features.Students.WaitlistEntries;

public sealed class WaitlistForm : AddressForm
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

    [Display(Name = "Email address", Description = "The offer of a seat goes there. Each person needs an address of their own.")]
    public override string? Email { get; set; }

    [Range(typeof(bool), "true", "true", ErrorMessage = "Check the box to let us keep your name and address for this")]
    public bool Consent { get; set; }

    /// <remarks>Only of a valid form.</remarks>
    public PersonName ToName() => new(FirstName!.Trim(), LastName?.Trim() ?? "");
}
