using System.ComponentModel.DataAnnotations;
using Sweet.Web.Staffing;
using Sweet.Web.Staffing.Forms;

namespace Sweet.Web.Features.Staff.AuthenticatorChanges;

public sealed class AuthenticatorChangeForm
{
    public const int OfferedMaxLength = 2_000;

    [Display(Name = "Code", Description = "The six digits that the new app shows now.")]
    [Required(ErrorMessage = "Enter the code that the new app shows")]
    [StringLength(20, ErrorMessage = "Shorten the code to {1} characters")]
    [NeverKept]
    public string? Code { get; set; }

    [Display(Name = "Your password")]
    [Required(ErrorMessage = "Enter your password")]
    [StringLength(PasswordRule.MaxLength, ErrorMessage = "Shorten the password to {1} characters")]
    [NeverKept]
    public string? Current { get; set; }

    /// <summary>The key that the page has offered, as <see cref="OfferedKeys"/> wrote it.</summary>
    [StringLength(OfferedMaxLength, ErrorMessage = "Open this page again: its form is not as we sent it")]
    [NeverKept]
    public string? Offered { get; set; }
}

/// <param name="Key">As it is typed where no camera is at hand.</param>
/// <param name="Picture">A path of SVG.</param>
/// <param name="Size">So many modules a side.</param>
public sealed record AuthenticatorChangePage(string Key, string Picture, int Size, AuthenticatorChangeForm Form);
