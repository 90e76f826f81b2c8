using Sweet.Domain.Cases;
using Sweet.Domain.Orders;

namespace Sweet.Domain.Settlements;

/// <summary>What becomes of a payment, with the kind of its case where a person has to say.</summary>
public sealed record DecisionOrCase
{
    private DecisionOrCase(PaymentDecision decision, OpenCaseKind? openCase) => (Decision, Case) = (decision, openCase);

    public PaymentDecision Decision { get; }

    /// <summary>Not null exactly where the decision is <see cref="PaymentDecision.OpenCase"/>.</summary>
    public OpenCaseKind? Case { get; }

    public static DecisionOrCase Of(OpenCaseKind kind) => new(PaymentDecision.OpenCase, kind);

    public static implicit operator DecisionOrCase(PaymentDecision decision) => FromPaymentDecision(decision);

    /// <exception cref="ArgumentOutOfRangeException">A case has a kind.</exception>
    public static DecisionOrCase FromPaymentDecision(PaymentDecision decision) =>
        decision == PaymentDecision.OpenCase ? throw new ArgumentOutOfRangeException(nameof(decision)) : new(decision, null);
}
