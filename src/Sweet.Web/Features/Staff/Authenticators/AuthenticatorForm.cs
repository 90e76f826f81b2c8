using System.ComponentModel.DataAnnotations;
using Sweet.Web.Features.Staff.Shared.Passkeys;

namespace Sweet.Web.Features.Staff.Authenticators;

public sealed class AuthenticatorForm
{
    [Display(Name = "Code", Description = "The six digits that the app shows now.")]
    [Required(ErrorMessage = "Enter the code that the app shows")]
    [StringLength(20, ErrorMessage = "Shorten the code to {1} characters")]
    public string? Code { get; set; }
}

/// <param name="Key">As it is typed where no camera is at hand.</param>
/// <param name="Picture">A path of SVG.</param>
/// <param name="Size">So many modules a side.</param>
public sealed record AuthenticatorPage(string Email, string Key, string Picture, int Size, AuthenticatorForm Form)
{
    /// <summary>The other choice.</summary>
    public required PasskeyPart Passkey { get; init; }

    public bool IsPasskeyRefused { get; init; }
}

public sealed record RecoveryCodesPage(IReadOnlyList<string> Codes, string Next);
