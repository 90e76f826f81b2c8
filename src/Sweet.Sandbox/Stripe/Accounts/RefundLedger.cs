using Sweet.Sandbox.Stripe.Objects;

namespace Sweet.Sandbox.Stripe.Accounts;

/// <summary>A refund's life: pending or succeeded at once, and it may fail even after it succeeded.</summary>
internal static class RefundLedger
{
    public static Refund Create(Books books, RefundInput input)
    {
        var charge = ChargeOf(books, input);
        var left = charge.Amount - charge.AmountRefunded;
        var amount = input.Amount ?? left;
        RefuseToRefund(books, charge, amount, left);

        var pending = books.BalanceIsShort || charge.PaymentMethodDetails.Type != "card";
        var id = Books.NewId("re_3");
        var refund = books.Refunds[id] = new()
        {
            Id = id,
            Amount = amount,
            BalanceTransaction = Charges.Enter(books, "refund", id, -amount, charge.Currency).Id,
            Charge = charge.Id,
            Created = books.Now,
            Currency = charge.Currency,
            DestinationDetails = DestinationOf(charge),
            Metadata = input.Metadata,
            PaymentIntent = charge.PaymentIntent,
            PendingReason = !pending ? null : books.BalanceIsShort ? "insufficient_funds" : "processing",
            Reason = input.Reason,
            Status = books.FirstStatusOfRefunds ?? (pending ? "pending" : "succeeded"),
        };
        books.Emit("refund.created", refund);
        books.Emit("charge.refunded", Recount(books, charge.Id));
        return refund;
    }

    public static Refund Succeed(Books books, string id) =>
        Move(books, Find(books, id), refund => refund with { Status = "succeeded", PendingReason = null });

    public static Refund RequireAction(Books books, string id) =>
        Move(books, Find(books, id), refund => refund with { Status = "requires_action" });

    /// <param name="status">Stripe's own word, or one that nobody knows yet.</param>
    public static Refund MoveTo(Books books, string id, string status) =>
        Move(books, Find(books, id), refund => refund with { Status = status });

    public static Refund Cancel(Books books, string id)
    {
        var refund = Find(books, id);
        if (refund.Status is not ("pending" or "requires_action"))
            throw StripeFailure.Invalid($"A refund that is `{refund.Status}` cannot be canceled.");
        return GiveBack(books, refund, r => r with { Status = "canceled", PendingReason = null });
    }

    /// <summary>The bank sends the money back to us, perhaps long after the refund succeeded.</summary>
    public static Refund Fail(Books books, string id, string reason)
    {
        var refund = Find(books, id);
        if (!refund.Counts)
            throw StripeFailure.Invalid($"A refund that is `{refund.Status}` cannot fail.");
        refund = GiveBack(books, refund, r => r with { Status = "failed", FailureReason = reason, PendingReason = null });
        books.Emit("refund.failed", refund);
        return refund;
    }

    public static void Fund(Books books)
    {
        books.BalanceIsShort = books.BalanceIsUsedUp = false;
        foreach (var refund in books.Refunds.Values.Where(r => r is { Status: "pending", PendingReason: "insufficient_funds" }).ToArray())
            Succeed(books, refund.Id);
    }

    public static Refund Find(Books books, string id) =>
        books.Refunds.GetValueOrDefault(id) ?? throw StripeFailure.Missing("refund", id);

    private static Refund GiveBack(Books books, Refund refund, Func<Refund, Refund> change)
    {
        var entry = Charges.Enter(books, "refund_failure", refund.Id, refund.Amount, refund.Currency);
        refund = Move(books, refund, r => change(r) with { FailureBalanceTransaction = entry.Id });
        Recount(books, refund.Charge);
        return refund;
    }

    private static Refund Move(Books books, Refund refund, Func<Refund, Refund> change)
    {
        var moved = books.Refunds[refund.Id] = change(refund);
        books.Emit("refund.updated", moved);
        books.Emit("charge.refund.updated", moved);
        return moved;
    }

    private static Charge Recount(Books books, string chargeId)
    {
        var charge = books.Charges[chargeId];
        var refunded = books.Refunds.Values.Where(refund => refund.Charge == chargeId && refund.Counts).Sum(refund => refund.Amount);
        return books.Charges[chargeId] = charge with { AmountRefunded = refunded, Refunded = refunded == charge.Amount };
    }

    private static Charge ChargeOf(Books books, RefundInput input)
    {
        if (input.Charge is { } chargeId)
            return books.Charges.GetValueOrDefault(chargeId) ?? throw StripeFailure.Missing("charge", chargeId);
        if (input.PaymentIntent is not { } intentId)
            throw StripeFailure.Invalid("One of the following params should be provided for this request: payment_intent or charge.");

        var intent = books.PaymentIntents.GetValueOrDefault(intentId)
            ?? throw StripeFailure.Missing("payment_intent", intentId, "payment_intent");
        return intent.Status == "succeeded"
            ? books.Charges[intent.LatestCharge!]
            : throw StripeFailure.Invalid(
                $"This PaymentIntent ({intentId}) does not have a successful charge to refund.",
                "payment_intent_unexpected_state", "payment_intent");
    }

    private static void RefuseToRefund(Books books, Charge charge, long amount, long left)
    {
        if (books.Disputes.Values.Any(dispute => dispute.Charge == charge.Id && !dispute.IsChargeRefundable))
            throw StripeFailure.Invalid($"Charge {charge.Id} has been charged back; cannot issue a refund.", "charge_disputed");
        if (left == 0)
            throw StripeFailure.Invalid($"Charge {charge.Id} has already been refunded.", "charge_already_refunded");
        if (amount < 1)
            throw StripeFailure.Invalid("This value must be greater than or equal to 1.", "parameter_invalid_integer", "amount");
        if (books.BalanceIsUsedUp)
            throw StripeFailure.Invalid("Insufficient funds in your Stripe balance to refund this amount.");
        if (amount > left)
            throw StripeFailure.Invalid(
                $"Refund amount (${Dollars(amount)}) is greater than unrefunded amount on charge (${Dollars(left)})", parameter: "amount");
    }

    private static string Dollars(long cents) => FormattableString.Invariant($"{cents / 100m:0.00}");

    private static DestinationDetails DestinationOf(Charge charge) => charge.PaymentMethodDetails.Type == "card"
        ? new() { Type = "card", Card = new(null, "pending", "acquirer_reference_number", "refund") }
        : new() { Type = "us_bank_transfer" };
}

internal sealed record RefundInput
{
    public long? Amount { get; init; }
    public string? Charge { get; init; }
    public Dictionary<string, string> Metadata { get; init; } = [];
    public string? PaymentIntent { get; init; }
    public string? Reason { get; init; }
}
