using System.ComponentModel.DataAnnotations;
using Sweet.Web.Features.Shared;

namespace Sweet.Web.Features.Students.MyEnrollments;

public sealed class MyEnrollmentsForm : AddressForm
{
    [Display(Name = "Email address", Description = "The one that you registered with.")]
    public override string? Email { get; set; }
}
