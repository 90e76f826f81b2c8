using System.ComponentModel.DataAnnotations;
using Sweet.Domain.Policies;
using Sweet.Web.Features.Staff.Shared.Words;

namespace Sweet.Web.Features.Staff.PolicyVersions;

public sealed class PolicyForm
{
    [Display(Name = "Title")]
    [Required(ErrorMessage = "Enter a title")]
    [StringLength(PolicyVersion.TitleMaxLength, ErrorMessage = "Shorten the title to {1} characters")]
    public string? Title { get; set; }

    [Display(Name = "Text", Description = "In Markdown: ## begins a heading, an empty line a paragraph.")]
    [DataType(DataType.MultilineText)]
    [Required(ErrorMessage = "Enter the text")]
    [StringLength(PolicyChanges.BodyMaxLength, ErrorMessage = "Shorten the text to {1} characters")]
    public string? Body { get; set; }

    [Display(Name = "Takes effect on", Description = "At the beginning of that day in New York. Today means right away.")]
    [Required(ErrorMessage = "Enter the day it takes effect")]
    [RegularExpression(@"\d{4}-\d{2}-\d{2}", ErrorMessage = "Enter a date like 2027-01-31")]
    public string? From { get; set; }

    [Display(Name = "A sample: its page says so")]
    public bool IsSample { get; set; }

    /// <summary>The newest version that whoever writes has seen; 0 for none.</summary>
    public int Seen { get; set; }

    /// <returns>Null for a day that is none, like February 30.</returns>
    internal DateOnly? Day() => Typed.Date(From);
}
