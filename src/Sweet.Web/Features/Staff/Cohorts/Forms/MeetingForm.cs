using System.ComponentModel.DataAnnotations;

namespace Sweet.Web.Features.Staff.Cohorts.Forms;

/// <summary>One class of the form; without a date it is none.</summary>
public sealed class MeetingForm
{
    [Display(Name = "Date")]
    public string? Date { get; set; }

    [Display(Name = "From")]
    public string? From { get; set; }

    [Display(Name = "To")]
    public string? To { get; set; }

    /// <summary>Of an hour that the clock shows twice: "first" or "second".</summary>
    [Display(Name = "Which")]
    public string? Which { get; set; }

    /// <summary>Of an end in such an hour.</summary>
    [Display(Name = "Which end")]
    public string? WhichEnd { get; set; }

    [Display(Name = "Join link")]
    public string? JoinUrl { get; set; }

    /// <summary>The clock shows its beginning twice.</summary>
    internal bool IsDoubled { get; set; }

    internal bool IsEndDoubled { get; set; }

    /// <summary>"EST; March 16 skipped"</summary>
    internal string? Note { get; set; }

    internal bool IsEmpty => Date is null && From is null && To is null;
}
