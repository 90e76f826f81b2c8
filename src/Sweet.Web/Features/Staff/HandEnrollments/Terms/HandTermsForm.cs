using System.ComponentModel.DataAnnotations;
using System.Security.Cryptography;
using System.Text;
using Sweet.Domain;
using Sweet.Domain.ByHand;
using Sweet.Domain.Enrollments;
using Sweet.Domain.Orders;
using Sweet.Web.Features.Shared;

namespace Sweet.Web.Features.Staff.HandEnrollments.Terms;

/// <summary>How a seat is paid that staff give: the same for one person and for a list. Read by <see cref="ReadHandTerms"/>.</summary>
public abstract class HandTermsForm
{
    private const int MarkLength = 32;
    private const int ReasonMaxLength = 500;

    [EnumDataType(typeof(HandWay), ErrorMessage = "Choose how it is paid")]
    public HandWay? Way { get; set; }

    [Display(Name = "What a seat costs", Description = "Empty: the price. Less than the price needs a reason.")]
    public string? Sum { get; set; }

    [Display(Name = "Reason", Description = "Why it costs less, or nothing. For staff only; it stays in the history.")]
    [StringLength(ReasonMaxLength, ErrorMessage = "Shorten the reason to {1} characters")]
    public string? Reason { get; set; }

    [Display(Name = "How it came")]
    [EnumDataType(typeof(OutsideWay), ErrorMessage = "Choose how the money came")]
    public OutsideWay? Means { get; set; }

    [Display(Name = "Reference", Description = "Of the check or the transfer; the receipt names it.")]
    [StringLength(Payment.OutsideReferenceMaxLength, ErrorMessage = "Shorten the reference to {1} characters")]
    public string? Reference { get; set; }

    [Display(Name = "Received on")]
    public string? ReceivedOn { get; set; }

    [Display(Name = "Number of the invoice")]
    [StringLength(Order.InvoiceMaxLength, ErrorMessage = "Shorten the number of the invoice to {1} characters")]
    public string? InvoiceNumber { get; set; }

    [Display(Name = "Wait for the payment until", Description = "The seat is kept beyond that day: you are asked what to do.")]
    public string? DueOn { get; set; }

    [Display(Name = "Hold the seat for")]
    public string? HoldHours { get; set; }

    [Display(Name = "Payer", Description = "The employer, or who else the receipt is made out to. Empty: the student.")]
    [NoLink(ErrorMessage = "Enter the payer without a link")]
    [StringLength(Order.PayerNameMaxLength, ErrorMessage = "Shorten the payer to {1} characters")]
    public string? PayerName { get; set; }

    [Display(Name = "Address of the payer")]
    [DataType(DataType.MultilineText)]
    [StringLength(Order.PayerAddressMaxLength, ErrorMessage = "Shorten the address of the payer to {1} characters")]
    public string? PayerAddress { get; set; }

    [Display(Name = "Email address of the payer", Description = "For us; nothing is emailed there.")]
    [StringLength(EmailAddress.MaxLength, ErrorMessage = "Shorten the email address of the payer to {1} characters")]
    public string? PayerEmail { get; set; }

    /// <summary>Stands for what the page said would happen: what is sent otherwise is asked about again.</summary>
    public string? Seen { get; set; }

    /// <summary>The button that shows what will happen, and does nothing.</summary>
    public bool Preview { get; set; }

    /// <remarks>Only of a form that was read.</remarks>
    public Payer? ToPayer() => Typed(PayerName) is { } name ? new Payer(name, Typed(PayerAddress)) { Email = Typed(PayerEmail) } : null;

    public string MarkAt(Money price)
    {
        string?[] typed =
        [
            $"{price}", $"{Way}", Sum, Reason, $"{Means}", Reference, ReceivedOn, InvoiceNumber, DueOn, HoldHours,
            PayerName, PayerAddress, PayerEmail, WhoInShort(),
        ];
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', typed))))[..MarkLength];
    }

    /// <summary>All that was typed of who is enrolled.</summary>
    protected abstract string WhoInShort();

    protected static string? Typed(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
