using System.ComponentModel.DataAnnotations;
using Sweet.Domain.Orders;

namespace Sweet.Web.Features.Staff.InvoicePayments;

/// <summary>By what an invoice was paid.</summary>
public sealed class InvoicePaymentForm
{
    [Display(Name = "How it came")]
    [Required(ErrorMessage = "Choose how the money came")]
    [EnumDataType(typeof(OutsideWay), ErrorMessage = "Choose how the money came")]
    public OutsideWay? Means { get; set; }

    [Display(Name = "Reference", Description = "The number of the check or transfer. It is on the receipt.")]
    [Required(ErrorMessage = "Enter the reference by which the accountant finds the payment")]
    [StringLength(Payment.OutsideReferenceMaxLength, ErrorMessage = "Shorten the reference to {1} characters")]
    public string? Reference { get; set; }

    [Display(Name = "Received on")]
    [Required(ErrorMessage = "Enter the day on which it came")]
    public string? ReceivedOn { get; set; }

    /// <remarks>Only of a valid form. The sum is that of the invoice.</remarks>
    public OutsideMoney ToMoney(DateTime receivedAtUtc) => new(default, Means!.Value, Reference!.Trim(), receivedAtUtc);

    /// <summary>For all who were enrolled together and are not paid.</summary>
    public bool ForAll { get; set; }
}
