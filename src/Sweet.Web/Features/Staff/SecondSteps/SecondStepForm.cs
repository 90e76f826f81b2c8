using System.ComponentModel.DataAnnotations;

namespace Sweet.Web.Features.Staff.SecondSteps;

/// <summary>A code of the app, or one of the recovery codes.</summary>
public sealed class SecondStepForm
{
    public const int MaxLength = 20;

    [Display(Name = "Code", Description = "Six digits. A new code appears every 30 seconds.")]
    [StringLength(MaxLength, ErrorMessage = "Shorten the code to {1} characters")]
    public string? Code { get; set; }

    [Display(Name = "Recovery code", Description = "One of the ten that you kept when you connected your app. Each works once.")]
    [StringLength(MaxLength, ErrorMessage = "Shorten the code to {1} characters")]
    public string? RecoveryCode { get; set; }
}
