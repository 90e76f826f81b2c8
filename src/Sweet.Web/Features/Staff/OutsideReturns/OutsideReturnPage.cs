using Sweet.Domain;

namespace Sweet.Web.Features.Staff.OutsideReturns;

/// <param name="PaidBy">How it was paid, and whose way back it is.</param>
public sealed record OutsideReturnPage(int RefundId, int EnrollmentId, string Name, string Number, Money Amount, string PaidBy)
{
    public string? PayerName { get; init; }

    public string? PayerAddress { get; init; }

    public string? PayerEmail { get; init; }

    public required string Email { get; init; }

    /// <summary>Nobody has written down yet that it was returned.</summary>
    public bool IsWaiting { get; init; }

    /// <summary>Null while nobody has.</summary>
    public string? ReturnedBy { get; init; }

    public OutsideReturnForm Form { get; init; } = new();
}
