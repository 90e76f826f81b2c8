using System.ComponentModel.DataAnnotations;
using Sweet.Web.Features.Shared;

namespace Sweet.Web.Features.Public.CourseInterests;

public sealed class CourseInterestForm : AddressForm
{
    [Display(Name = "Email address", Description = "One email when registration for the next cohort opens, and nothing else.")]
    public override string? Email { get; set; }

    [Range(typeof(bool), "true", "true", ErrorMessage = "Check the box to let us keep your address for this")]
    public bool Consent { get; set; }
}

public sealed record CourseInterestPage(string CourseTitle, string CoursePath, CourseInterestForm Form);
