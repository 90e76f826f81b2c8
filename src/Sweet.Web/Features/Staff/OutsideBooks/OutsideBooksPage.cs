using Sweet.Domain;
using Sweet.Web.Features.Staff.Shared;

namespace Sweet.Web.Features.Staff.OutsideBooks;

/// <summary>Money that Stripe knows nothing of: what is owed, what has to go back, and what came.</summary>
public sealed record OutsideBooksPage(string Find, DateOnly Today, Paged<ReceivedMoney> Received)
{
    /// <summary>The longest overdue first.</summary>
    public IReadOnlyList<OwedMoney> Invoices { get; init; } = [];

    /// <summary>Nobody has paid, and the seat has ended; the last one first.</summary>
    public IReadOnlyList<OwedMoney> Ended { get; init; } = [];

    public IReadOnlyList<ReturnToMake> Returns { get; init; } = [];
}

public sealed record OwedMoney(
    int EnrollmentId, string Name, string Number, Money Sum, string? Payer, DateOnly DueOn, string? InvoiceNumber);

public sealed record ReturnToMake(int RefundId, string Name, string Number, Money Sum, string? Payer, DateTime AskedAtUtc);

public sealed record ReceivedMoney(int EnrollmentId, string Name, string Number, Money Sum, string? Payer, string Means, DateTime AtUtc);
