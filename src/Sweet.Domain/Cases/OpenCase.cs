using Sweet.Domain.Orders;

namespace Sweet.Domain.Cases;

/// <summary>Money or a message that fits no rule: shown to staff until somebody resolves it. What is known of it, without words.</summary>
public sealed class OpenCase
{
    public const int ObjectIdMaxLength = 100;
    public const int NumberMaxLength = 100;
    public const int WordMaxLength = 60;
    public const int CauseMaxLength = 500;
    public const int ReasonMaxLength = 1_000;

    internal const string NoCheckout = nameof(NoCheckout);
    internal const string NoAnswer = nameof(NoAnswer);
    internal const string TooLarge = nameof(TooLarge);

    private OpenCase()
    {
    }

    /// <param name="objectId">
    /// Stripe's id of what it is about, or ours where Stripe has none: one case a kind, object and occurrence.
    /// </param>
    public OpenCase(OpenCaseKind kind, string objectId, Order? order, DateTime nowUtc)
    {
        Kind = kind;
        ObjectId = objectId;
        Order = order;
        OpenedAtUtc = nowUtc;
    }

    public int Id { get; private set; }

    public OpenCaseKind Kind { get; private set; }

    public string ObjectId { get; private set; } = "";

    /// <summary>
    /// How often it has come to a case of this kind, this one included. Of a dispute that wants an answer: 0 for the inquiry, 1 for
    /// the dispute, from 2 on for each appeal.
    /// </summary>
    public int Occurrence { get; internal init; } = 1;

    /// <summary>Null where no order claims the money.</summary>
    public int? OrderId { get; private set; }

    public Order? Order { get; private set; }

    /// <summary>The enrollment number that the object itself names, where no order claims it or another one may.</summary>
    public string? Number
    {
        get;
        internal init => field = value?.CutTo(NumberMaxLength);
    }

    /// <summary>What came, was to go back, or is contested.</summary>
    public Money? Amount
    {
        get => AmountMinor is { } minor ? new Money(minor, Currency!) : null;
        internal init => (AmountMinor, Currency) = (value?.Minor, value?.Currency);
    }

    public long? AmountMinor { get; private set; }

    public string? Currency { get; private set; }

    /// <summary>What was to be paid.</summary>
    public Money? Due
    {
        get => DueMinor is { } minor ? new Money(minor, DueCurrency!) : null;
        internal init => (DueMinor, DueCurrency) = (value?.Minor, value?.Currency);
    }

    public long? DueMinor { get; private set; }

    public string? DueCurrency { get; private set; }

    /// <summary>How many refunds wait or emails were withheld.</summary>
    public int? Count { get; internal init; }

    /// <summary>How often a refund or an email was tried.</summary>
    public int? Attempts { get; internal init; }

    /// <summary>After a restore: how many enrollments were remade.</summary>
    public int? Remade { get; internal init; }

    /// <summary>From when on something is missing or waits.</summary>
    public DateTime? SinceUtc { get; internal init; }

    /// <summary>When a copy was put in place.</summary>
    public DateTime? RestoredAtUtc { get; internal init; }

    /// <summary>The state of the object in the word of Stripe, or in ours.</summary>
    public string? Word { get; internal init; }

    /// <summary>Why, as a bank or Stripe says; of references that contradict each other the other numbers; of a message its kind.</summary>
    public string? Cause
    {
        get;
        internal init => field = value?.CutTo(CauseMaxLength);
    }

    public DateTime OpenedAtUtc { get; private set; }

    public DateTime? ResolvedAtUtc { get; private set; }

    public CaseResolution? Resolution { get; private set; }

    /// <summary>Why it was resolved so, in the words of whoever did it.</summary>
    public string? Reason { get; private set; }

    public ActorKind? ResolvedByKind { get; private set; }

    public string? ResolvedByReference { get; private set; }

    public bool IsOpen => ResolvedAtUtc is null;

    /// <summary>A payment in our name that no checkout of ours has brought.</summary>
    public bool IsWithoutCheckout => Word == NoCheckout;

    /// <summary>An email that another email server refused for its size: the address is not at fault.</summary>
    public bool IsForSize => Word == TooLarge;

    /// <summary>Stripe did not tell of the object; else the site failed at it.</summary>
    public bool IsUnanswered => Word == NoAnswer;

    /// <summary>The money is gone: it is the seat that a person decides on.</summary>
    public bool IsAboutSeat => Kind is OpenCaseKind.RefundedAtStripe or OpenCaseKind.DisputeLost;

    /// <summary>Why it cannot be resolved so whatever its order says, or null.</summary>
    public CaseRefusal? RefusalFor(CaseResolution resolution) =>
        !IsOpen ? CaseRefusal.Resolved
        : !CaseRemedies.For(Kind).Contains(resolution) ? CaseRefusal.NotForThisKind
        : resolution is not (CaseResolution.Seat or CaseResolution.Refund) ? null
        : OrderId is null && Order is null ? CaseRefusal.NotForThisKind
        : IsAboutSeat && Order is { Enrollment.IsLive: false } ? CaseRefusal.SeatEnded
        : null;

    /// <inheritdoc cref="RefusalFor(CaseResolution)"/>
    public CaseRefusal? RefusalFor(CaseDecision decision) =>
        RefusalFor(decision.Resolution) is { } refusal ? refusal
        : decision.Amount is null ? null
        : decision.Resolution is CaseResolution.Seat or CaseResolution.Refund && CaseRemedies.TakesSum(Kind) ? null
        : CaseRefusal.TakesNoSum;

    /// <exception cref="InvalidOperationException">It is resolved already.</exception>
    public void Resolve(CaseResolution resolution, string reason, Actor by, DateTime nowUtc)
    {
        if (!IsOpen) throw new InvalidOperationException("The case is resolved already.");

        Resolution = resolution;
        Reason = reason.CutTo(ReasonMaxLength);
        ResolvedAtUtc = nowUtc;
        (ResolvedByKind, ResolvedByReference) = (by.Kind, by.Reference);
        Order?.Enrollment.Record($"Case {Id}", Kind.ToString(), resolution.ToString(), by, nowUtc, Reason);
    }
}
