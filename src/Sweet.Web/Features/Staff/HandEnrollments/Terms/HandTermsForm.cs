using System.ComponentModel.DataAnnotations;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Mvc.ModelBinding;
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

    [Display(Name = "Price of the seat", Description = "Leave it empty for the regular price. A lower one needs a reason.")]
    public string? Sum { get; set; }

    [Display(Name = "Reason", Description = "Why it costs less, or nothing. Only staff see it; it stays in the history.")]
    [StringLength(ReasonMaxLength, ErrorMessage = "Shorten the reason to {1} characters")]
    public string? Reason { get; set; }

    [Display(Name = "How it came")]
    [EnumDataType(typeof(OutsideWay), ErrorMessage = "Choose how the money came")]
    public OutsideWay? Means { get; set; }

    [Display(Name = "Reference", Description = "The number of the check or transfer. It is on the receipt.")]
    [StringLength(Payment.OutsideReferenceMaxLength, ErrorMessage = "Shorten the reference to {1} characters")]
    public string? Reference { get; set; }

    [Display(Name = "Received on")]
    public string? ReceivedOn { get; set; }

    [Display(Name = "Invoice number")]
    [StringLength(Order.InvoiceMaxLength, ErrorMessage = "Shorten the invoice number to {1} characters")]
    public string? InvoiceNumber { get; set; }

    [Display(Name = "Wait for the payment until", Description = "The seat is kept after that day, and you are asked what to do.")]
    public string? DueOn { get; set; }

    [Display(Name = "Hold the seat for")]
    public string? HoldHours { get; set; }

    [Display(Name = "Payer", Description = "The employer, or another person the receipt is made out to. Leave it empty for the student.")]
    [NoLink(ErrorMessage = "Enter the payer without a link")]
    [StringLength(Order.PayerNameMaxLength, ErrorMessage = "Shorten the payer to {1} characters")]
    public string? PayerName { get; set; }

    [Display(Name = "Payer’s address")]
    [DataType(DataType.MultilineText)]
    [StringLength(Order.PayerAddressMaxLength, ErrorMessage = "Shorten the payer’s address to {1} characters")]
    public string? PayerAddress { get; set; }

    [Display(Name = "Payer’s email address", Description = "For our records. Nothing is emailed there.")]
    [StringLength(EmailAddress.MaxLength, ErrorMessage = "Shorten the payer’s email address to {1} characters")]
    public string? PayerEmail { get; set; }

    /// <summary>Stands for what the page said would happen: what is sent otherwise is asked about again.</summary>
    public string? Seen { get; set; }

    /// <summary>The button that shows what will happen, and does nothing.</summary>
    public bool Preview { get; set; }

    /// <remarks>Only of a form that was read.</remarks>
    public Payer? ToPayer() => Typed(PayerName) is { } name ? new Payer(name, Typed(PayerAddress)) { Email = Typed(PayerEmail) } : null;

    /// <summary>It was sent to be done, and as it was looked at.</summary>
    public bool IsAsSeenAt(Money price) => !Preview && Seen == MarkAt(price);

    /// <summary>What the page says now is agreed to with the next press; it says so where something else was looked at.</summary>
    /// <returns>The status of the page.</returns>
    public virtual int Show(Money price, ModelStateDictionary state)
    {
        var isChanged = !Preview && !string.IsNullOrEmpty(Seen);
        state.Remove(nameof(Seen));
        Seen = MarkAt(price);
        if (isChanged) state.AddModelError("", HandWords.NotAsSeen);
        return isChanged ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK;
    }

    /// <summary>Something is wrong: it is looked at once more before it is done.</summary>
    public virtual void Forget(ModelStateDictionary state)
    {
        state.Remove(nameof(Seen));
        Seen = null;
    }

    private string MarkAt(Money price)
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
