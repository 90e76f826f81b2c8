using System.ComponentModel.DataAnnotations;
using Sweet.Domain;
using Sweet.Domain.Messages;

namespace Sweet.Web.Features.Staff.CohortMessages;

/// <summary>A message on its way: every page until it is sent carries all of it.</summary>
public sealed class CohortMessageForm
{
    /// <summary>Random, of the form: pressed twice, it is sent once.</summary>
    [Required(ErrorMessage = "Reload the page: the form has lost its key")]
    [StringLength(RandomText.TokenLength, MinimumLength = RandomText.TokenLength, ErrorMessage = "Reload the page: its key is not valid")]
    public string? Key { get; set; }

    [EnumDataType(typeof(CohortAudience), ErrorMessage = "Choose who gets it")]
    public CohortAudience Audience { get; set; }

    public List<int> EnrollmentIds { get; set; } = [];

    [Display(Name = "Subject")]
    [Required(ErrorMessage = "Enter a subject")]
    [StringLength(CohortMessage.SubjectMaxLength, ErrorMessage = "Shorten the subject to {1} characters")]
    public string? Subject { get; set; }

    [Display(Name = "Text", Description = "Markdown. {{first name}} becomes each person’s first name, "
        + "and {{join link}} a link to their own page, where they join the class.")]
    [DataType(DataType.MultilineText)]
    [Required(ErrorMessage = "Enter the text")]
    [StringLength(CohortMessage.TextMaxLength, ErrorMessage = "Shorten the text to {1} characters")]
    public string? Text { get; set; }

    /// <summary>How many people the page named, to notice that somebody has come or gone since.</summary>
    public int? SeenRecipients { get; set; }

    /// <summary>The buttons beside the first: show it, send it to oneself, send it to all who were named.</summary>
    public bool Preview { get; set; }

    public bool Test { get; set; }

    public bool Send { get; set; }

    /// <remarks>Only of a valid form.</remarks>
    public WrittenMessage ToWritten() => new(Subject!, Text!, Audience);
}
