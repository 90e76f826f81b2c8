using Sweet.Domain;
using Sweet.Domain.Enrollments;
using Sweet.Web.Features.Staff.InvoiceDates;
using Sweet.Web.Features.Staff.InvoicePayments;

namespace Sweet.Web.Features.Staff.Invoices;

/// <summary>An invoice for a seat: what is owed by whom, and what can be done while nobody has paid.</summary>
public sealed record InvoicePage(int EnrollmentId, string Name, string Number, EnrollmentStatus Status, Money Sum, DateOnly DueOn)
{
    public const string View = "/Features/Staff/Invoices/Show.cshtml";

    public const string NotOpen = "This invoice is not open anymore: it was paid, or the seat has ended.";

    public string? InvoiceNumber { get; init; }

    public string? PayerName { get; init; }

    public string? PayerAddress { get; init; }

    public string? PayerEmail { get; init; }

    /// <summary>Nobody has paid, and the seat is taken.</summary>
    public bool IsOpen { get; init; }

    /// <summary>Nobody has paid, and whoever sends a check can still be entered.</summary>
    public bool MayBePaid { get; init; }

    /// <summary>It was paid once the seat had ended: what of it is not owed is returned.</summary>
    public bool MayBeReturned { get; init; }

    public bool IsOver { get; init; }

    /// <summary>How many of the list are not paid, this one included; 1 for who was enrolled alone.</summary>
    public int Together { get; init; } = 1;

    /// <summary>How it was paid; null while it was not.</summary>
    public string? PaidBy { get; init; }

    public InvoicePaymentForm Payment { get; init; } = new();

    public InvoiceDateForm Date { get; init; } = new();
}
