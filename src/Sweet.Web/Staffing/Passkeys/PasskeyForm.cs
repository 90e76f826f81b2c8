using System.ComponentModel.DataAnnotations;
using Sweet.Web.Staffing.Forms;

namespace Sweet.Web.Staffing.Passkeys;

/// <summary>What a script of ours sends once the browser has asked for the passkey.</summary>
public class PasskeyForm
{
    public const int MaxLength = 20_000;

    /// <summary>What was offered, as <see cref="PasskeyOffers"/> wrote it.</summary>
    [NeverKept]
    [StringLength(MaxLength, ErrorMessage = "Try your passkey again: this page sent more than we can read")]
    public string? State { get; set; }

    /// <summary>What the passkey answered, in the browser's own words.</summary>
    [NeverKept]
    [StringLength(MaxLength, ErrorMessage = "Try your passkey again: this page sent more than we can read")]
    public string? Credential { get; set; }

    /// <summary>Where whoever signs in wanted to go.</summary>
    public string? Back { get; set; }
}
