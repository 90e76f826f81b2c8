using System.ComponentModel.DataAnnotations;

namespace Sweet.Web.Features.Staff.CohortImports;

public sealed class ImportForm
{
    public const int TextMaxLength = 30_000;

    [Display(
        Name = "The table",
        Description = "Copied from a spreadsheet, or the text of a CSV file. The first line names the columns.")]
    [Required(ErrorMessage = "Paste the table first")]
    [StringLength(TextMaxLength, ErrorMessage = "Paste fewer lines at once: nothing is doubled if you go on in parts")]
    [DataType(DataType.MultilineText)]
    public string? Text { get; set; }

    [Display(Name = "Email each person that they are enrolled, with the link to their own page")]
    public bool SendsEmail { get; set; }

    /// <summary>Pressed on the page that shows each line; else the lines are only checked.</summary>
    public bool Enroll { get; set; }

    /// <summary>How many that page said would be enrolled.</summary>
    public int? Seen { get; set; }
}
