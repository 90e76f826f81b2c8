using System.ComponentModel.DataAnnotations;
using System.Globalization;

namespace Sweet.Web.Features.Staff.Transfers;

public sealed class TransferForm : DifferenceForm
{
    /// <summary>The cohort, and the sum that was shown for it: of another sum one is asked again.</summary>
    [Required(ErrorMessage = "Choose a cohort")]
    [RegularExpression(@"\d{1,9}:-?\d{1,12}", ErrorMessage = "Choose a cohort from the list")]
    public string? To { get; set; }

    public int CohortId => int.Parse(To!.Split(':')[0], CultureInfo.InvariantCulture);

    public long DueMinor => long.Parse(To!.Split(':')[1], CultureInfo.InvariantCulture);
}
