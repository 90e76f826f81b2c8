using System.ComponentModel.DataAnnotations;
using Sweet.Domain.Orders;

namespace Sweet.Web.Features.Staff.OutsideReturns;

/// <summary>By what money was returned outside Stripe.</summary>
public sealed class OutsideReturnForm
{
    [Display(Name = "How it was returned")]
    [Required(ErrorMessage = "Choose how it was returned")]
    [EnumDataType(typeof(OutsideWay), ErrorMessage = "Choose how it was returned")]
    public OutsideWay? Means { get; set; }

    [Display(Name = "Reference", Description = "Of the check or the transfer, as the accountant finds it.")]
    [Required(ErrorMessage = "Enter the reference by which the accountant finds it")]
    [StringLength(Payment.OutsideReferenceMaxLength, ErrorMessage = "Shorten the reference to {1} characters")]
    public string? Reference { get; set; }

    [Display(Name = "Returned on")]
    [Required(ErrorMessage = "Enter the day on which it was returned")]
    public string? ReturnedOn { get; set; }
}
