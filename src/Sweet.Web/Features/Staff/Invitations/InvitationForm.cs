using System.ComponentModel.DataAnnotations;
using Sweet.Web.Data;
using Sweet.Web.Staffing;

namespace Sweet.Web.Features.Staff.Invitations;

public sealed class InvitationForm
{
    [Display(Name = "Your name", Description = "Colleagues see it beside what you do.")]
    [Required(ErrorMessage = "Enter your name")]
    [StringLength(StaffMember.NameMaxLength, ErrorMessage = "Shorten the name to {1} characters")]
    public string? Name { get; set; }

    [Display(Name = "Password", Description = PasswordRule.Hint)]
    [Required(ErrorMessage = "Choose a password")]
    [StringLength(PasswordRule.MaxLength, ErrorMessage = "Shorten the password to {1} characters")]
    public string? Password { get; set; }
}

/// <param name="Email">The address that was invited: it signs in.</param>
public sealed record InvitationPage(string Token, string Email, InvitationForm Form);
