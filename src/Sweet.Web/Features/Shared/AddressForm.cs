using System.ComponentModel.DataAnnotations;
using Sweet.Domain.Enrollments;

namespace Sweet.Web.Features.Shared;

/// <summary>A form that asks for one address, in words of its own.</summary>
public abstract class AddressForm : IAsksForAddress
{
    [Required(ErrorMessage = "Enter your email address")]
    [ReachableAddress]
    [StringLength(EmailAddress.MaxLength, ErrorMessage = "Shorten the email address to {1} characters")]
    public virtual string? Email { get; set; }

    public string? KeptEmail { get; set; }

    /// <remarks>Only of a valid form.</remarks>
    public EmailAddress Address() => EmailAddress.Read(Email, out _)!;
}
