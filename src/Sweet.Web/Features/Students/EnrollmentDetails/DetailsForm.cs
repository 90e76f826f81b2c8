using System.ComponentModel.DataAnnotations;
using Sweet.Domain.Enrollments;
using Sweet.Web.Correcting;
using Sweet.Web.Features.Students.Shared;

namespace Sweet.Web.Features.Students.EnrollmentDetails;

/// <summary>What a student may correct. Address and payer only while the seat is held.</summary>
public sealed class DetailsForm : StudentForm
{
    [Display(Name = "Name for the receipt", Description = "If it is made out to your employer, or to someone else.")]
    public override string? PayerName { get; set; }

    /// <remarks>Only of a valid form.</remarks>
    public CorrectedDetails ToDetails() => new(EmailAddress.Read(Email, out _), ToStudent, ToPayer());

    public static DetailsForm Of(Enrollment enrollment)
    {
        var form = new DetailsForm { PayerName = enrollment.Order.PayerName, PayerAddress = enrollment.Order.PayerAddress };
        form.Show(enrollment.ToStudent());
        if (enrollment.LacksDetails) form.Profession = null;
        return form;
    }
}
