using Sweet.Domain.Messages;

namespace Sweet.Web.Wording.Office;

/// <summary>Words of Stripe's and names in our rows, as a person says them. One that is new reads as words all the same.</summary>
public static class MachineWords
{
    /// <summary>"NoSeat" and "no_seat" read as "no seat"; a sentence stays what it is.</summary>
    public static string Spaced(string word) => word.Contains(' ', StringComparison.Ordinal)
        ? word
        : string.Concat(word.Select((sign, at) => sign == '_' ? " " : !char.IsUpper(sign) ? $"{sign}"
            : at > 0 && !char.IsUpper(word[at - 1]) ? $" {char.ToLowerInvariant(sign)}" : $"{char.ToLowerInvariant(sign)}"))
            .Replace("cancelled", "canceled", StringComparison.Ordinal);

    /// <summary>As <see cref="Spaced"/>, at the beginning of a line.</summary>
    public static string Begun(string word) =>
        Spaced(word) is { Length: > 0 } spaced ? $"{char.ToUpperInvariant(spaced[0])}{spaced[1..]}" : word;

    /// <summary>Of an email, by the name of its letter: "“Seat held”" of "SeatHeld".</summary>
    public static string OfLetter(string? kind) => $"“{Begun(kind ?? "")}”";

    /// <summary>Of an email that did not arrive, by the name of its state.</summary>
    public static string OfReturn(string? status) => status switch
    {
        nameof(MessageStatus.Dropped) => "SendGrid did not send it",
        _ => "it came back",
    };

    /// <summary>Why a refund did not go back.</summary>
    /// <remarks>https://docs.stripe.com/api/refunds/object#refund_object-failure_reason</remarks>
    public static string OfRefundFailure(string? reason) => reason switch
    {
        null or "" => "no reason given",
        "lost_or_stolen_card" => "the card was lost or stolen",
        "expired_or_canceled_card" => "the card has expired or was canceled",
        "charge_for_pending_refund_disputed" => "the bank contests the payment",
        "insufficient_funds" => "our balance at Stripe was too low",
        "declined" => "the bank declined it",
        "merchant_request" => "it was stopped because we asked Stripe to",
        "unknown" => "Stripe does not know why",
        _ => Spaced(reason),
    };

    /// <summary>Why a bank contests a payment.</summary>
    /// <remarks>https://docs.stripe.com/api/disputes/object#dispute_object-reason</remarks>
    public static string OfDispute(string? reason) => reason switch
    {
        null or "" => "no reason given",
        "bank_cannot_process" => "the bank cannot process it",
        "check_returned" => "the check was returned",
        "credit_not_processed" => "a refund that was promised did not arrive",
        "customer_initiated" => "the payer asked the bank to",
        "debit_not_authorized" => "the payer did not allow the debit",
        "duplicate" => "the payer says that it was paid twice",
        "fraudulent" => "the payer says that they did not make it",
        "general" => "the bank gives no particular reason",
        "incorrect_account_details" => "the account’s details were wrong",
        "insufficient_funds" => "the account held too little",
        "noncompliant" => "the card network says that its rules were broken",
        "product_not_received" => "the payer says that they got nothing for it",
        "product_unacceptable" => "the payer says that it was not what was promised",
        "subscription_canceled" => "the payer says that they had canceled",
        "unrecognized" => "the payer does not recognize it",
        _ => Spaced(reason),
    };

    /// <summary>How far a dispute is.</summary>
    /// <remarks>https://docs.stripe.com/api/disputes/object#dispute_object-status</remarks>
    public static string OfDisputeState(string? status) => status switch
    {
        "needs_response" => "it needs our answer",
        "under_review" => "the bank is looking at our answer",
        "warning_needs_response" => "the bank asks, and takes nothing back yet",
        "warning_under_review" => "the bank is looking at our answer, and takes nothing back yet",
        "warning_closed" => "the bank’s question is closed",
        "won" => "decided for us",
        "lost" => "decided against us",
        "prevented" => "settled before it became a dispute",
        _ => Spaced(status ?? ""),
    };
}
