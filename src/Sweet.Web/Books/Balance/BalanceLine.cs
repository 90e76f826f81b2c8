using Sweet.Domain;
using Sweet.Domain.Books;

namespace Sweet.Web.Books.Balance;

/// <summary>A movement of Stripe's balance beside what we have of it.</summary>
public sealed record BalanceLine
{
    public required int Id { get; init; }

    public required string StripeId { get; init; }

    public required string Type { get; init; }

    public required BalanceKind Kind { get; init; }

    public required Money Amount { get; init; }

    public required Money Fee { get; init; }

    public Money Net => Amount - Fee;

    public string? SourceId { get; init; }

    public required DateTime AtUtc { get; init; }

    public string? Payout { get; init; }

    /// <summary>What our row of it says; null: we have none.</summary>
    public Money? Ours { get; init; }

    /// <summary>The fee that our row has; null where it has none.</summary>
    public long? OurFeeMinor { get; init; }

    public int? EnrollmentId { get; init; }

    public string? EnrollmentNumber { get; init; }

    /// <summary>The number of the receipt or credit note; null where there is none.</summary>
    public string? Document { get; init; }

    /// <summary>How Stripe and our books differ, or null if they agree.</summary>
    public BalanceDifference? Difference =>
        Kind is BalanceKind.Fee or BalanceKind.Payout ? null
        : Kind == BalanceKind.Other ? BalanceDifference.OfNoKind
        : Ours is not { } ours ? BalanceDifference.Unknown
        : ours.Currency != Amount.Currency ? BalanceDifference.CurrencyDiffers
        : ours.Minor != Math.Abs(Amount.Minor) ? BalanceDifference.AmountDiffers
        : OurFeeMinor is { } fee && fee != Fee.Minor ? BalanceDifference.FeeDiffers
        : null;
}

public enum BalanceDifference
{
    /// <summary>A charge, refund or dispute that our books do not have: of another product, or not settled yet.</summary>
    Unknown,
    AmountDiffers,
    CurrencyDiffers,
    FeeDiffers,

    /// <summary>Neither payment, refund, dispute, fee nor payout.</summary>
    OfNoKind,
}
