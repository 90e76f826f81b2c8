using System.ComponentModel.DataAnnotations;
using Sweet.Domain.Enrollments;

namespace Sweet.Web.Features.Staff.Erasures;

public sealed class ErasureForm
{
    /// <summary>Typed by hand: what cannot be undone is not done by a slip.</summary>
    [Display(Name = "Enrollment number")]
    [StringLength(Enrollment.NumberMaxLength * 2, ErrorMessage = "Type the enrollment number alone")]
    public string? Number { get; set; }

    /// <summary>How many enrollments the page has shown: of others one is asked again.</summary>
    public int? Count { get; set; }

    public bool Names(string number) => string.Equals(Number?.Trim(), number, StringComparison.OrdinalIgnoreCase);
}
