using Sweet.Domain.Cases;
using Sweet.Domain.Orders;
using Sweet.Domain.Settlements;
using Sweet.Domain.Waitlists;

namespace Sweet.Domain.Refunds;

/// <summary>Money on its way back. The row is the request; the call to Stripe follows from it. Never deleted.</summary>
public sealed class Refund
{
    public const int KeyMaxLength = 60;
    public const int StripeIdMaxLength = 100;
    public const int FailureMaxLength = 500;
    public const int StripeWordMaxLength = 60;

    /// <summary>Stripe forgets a key after a day; an hour of distance.</summary>
    public static readonly TimeSpan KeyLife = TimeSpan.FromHours(23);

    private Refund()
    {
    }

    internal Refund(Order order, Payment payment, Money amount, RefundReason reason, RefundOrigin origin, DateTime nowUtc)
    {
        Order = order;
        Payment = payment;
        AmountMinor = amount.Minor;
        Currency = amount.Currency;
        Reason = reason;
        Origin = origin;
        RequestedAtUtc = nowUtc;
        KeyCreatedAtUtc = nowUtc;
        NextAttemptAtUtc = nowUtc;
    }

    public int Id { get; private set; }

    public int OrderId { get; private set; }
    public Order Order { get; private set; } = null!;

    public int PaymentId { get; private set; }

    /// <summary>Its order's payment, also where nothing was tracked while it was read.</summary>
    public Payment Payment { get => field ??= Order.Payments.Single(p => p.Id == PaymentId); private set; }

    /// <summary>By number once it is saved: a payment may have been read twice, and then is two objects.</summary>
    public bool IsOf(Payment payment) => PaymentId == 0 ? Payment == payment : PaymentId == payment.Id;

    public RefundStatus Status { get; private set; } = RefundStatus.Requested;

    /// <summary>Stripe's own word for it.</summary>
    public string? StripeStatus { get; private set; }

    /// <summary>How many words that we do not know Stripe has used for it.</summary>
    public int UnknownWords { get; private set; }

    /// <summary>Stripe's word for what it waits for while it is pending, like "insufficient_funds".</summary>
    public string? PendingReason { get; private set; }

    /// <summary>What was chosen as the reason in Stripe's dashboard, in Stripe's word, like "duplicate".</summary>
    public string? StripeReason { get; private set; }

    public int? RetryOfId { get; private set; }

    /// <summary>The refund that failed before, if this one tries it again. Each is tried again once at the most.</summary>
    public Refund? RetryOf { get => field ??= Order?.Refunds.FirstOrDefault(r => r.Id == RetryOfId); internal set; }

    public RefundOrigin Origin { get; private set; }

    public RefundReason Reason { get; private set; }

    public long AmountMinor { get; private set; }

    public string Currency { get; private set; } = "";

    public Money Amount => new(AmountMinor, Currency);

    public string IdempotencyKey { get; private set; } = RandomText.Token();

    public DateTime KeyCreatedAtUtc { get; private set; }

    /// <summary>Stripe's id, once Stripe has answered.</summary>
    public string? StripeRefundId { get; private set; }

    public DateTime RequestedAtUtc { get; private set; }

    public DateTime? SettledAtUtc { get; private set; }

    public int Attempts { get; private set; }

    public DateTime NextAttemptAtUtc { get; private set; }

    /// <summary>Until when the payer may let the money wait in line instead; null where there never was that choice.</summary>
    public DateTime? ChooseUntilUtc { get; private set; }

    public string? Failure { get; private set; }

    /// <summary>Of money that Stripe never had: a person returns it.</summary>
    public bool IsOutside => Origin == RefundOrigin.Outside;

    /// <summary>How it was returned outside; null before.</summary>
    public OutsideWay? OutsideWay { get; private set; }

    /// <summary>The number of the check or the transfer by which it was returned outside; null before.</summary>
    public string? OutsideReference { get; internal set; }

    /// <summary>Stripe told us of it: it was not asked for by this row.</summary>
    public bool IsHeardOf =>
        StripeRefundId is not null && (Origin == RefundOrigin.Stripe || IdempotencyKey == KeyOfUnknown(StripeRefundId));

    /// <summary>Counts against the payment: all but what failed or was cancelled.</summary>
    public bool IsStanding => Status is not (RefundStatus.Failed or RefundStatus.Cancelled);

    /// <summary>The money has not reached the student: it is on its way, or it failed and nothing has taken its place.</summary>
    public bool IsUnderway => Status switch
    {
        RefundStatus.Succeeded => false,
        RefundStatus.Failed => !Order.Refunds.Any(r => r.RetryOf == this),
        RefundStatus.Cancelled => !IsGivenUp && !Order.Refunds.Any(r => r.RetryOf == this),
        _ => true,
    };

    /// <summary>We asked for it no more, because the money had gone back another way.</summary>
    public bool IsGivenUp => Status == RefundStatus.Cancelled && StripeRefundId is null;

    /// <summary>The payer may still choose: Stripe is not asked before that time is over.</summary>
    public bool IsChoiceOpenAt(DateTime nowUtc) => Status == RefundStatus.Requested && nowUtc < ChooseUntilUtc;

    /// <summary>Given up because the payer chose to wait in line.</summary>
    public bool IsForLine => IsGivenUp && ChooseUntilUtc is not null;

    /// <summary>Stripe refuses to send it until the bank has decided on the dispute of its payment.</summary>
    public bool WaitsForBank => Status == RefundStatus.Requested && Order.IsContested(Payment);

    /// <summary>
    /// Our account there holds too little: Stripe has taken the request and lets it wait, or refuses it until the money is there.
    /// </summary>
    public bool WaitsForBalance =>
        Status is RefundStatus.Requested or RefundStatus.Pending && PendingReason == StripeWords.ShortBalance;

    /// <summary>Stripe used a word that we do not know: a person looks at it.</summary>
    public bool IsWordUnknown => StripeStatus is not null && StripeWords.RefundStatusOf(StripeStatus) is null;

    /// <summary>Stripe has answered a failure that it replays under the key.</summary>
    public bool IsKeySpent { get; private set; }

    public bool HasKeyAt(DateTime nowUtc) => !IsKeySpent && nowUtc - KeyCreatedAtUtc < KeyLife;

    /// <summary>
    /// Whether Stripe's refund is the one that this row asks for. The row's id alone does not say so: after a restore
    /// of an older copy it is given a second time.
    /// </summary>
    internal bool IsAskedForAs(Payment payment, RefundFacts facts) =>
        Origin == RefundOrigin.Us && Id == facts.Reference && IsOf(payment) && Amount == facts.Amount;

    /// <summary>One that we do not know: made in Stripe's dashboard, or by us before an older copy of the database was restored.</summary>
    internal static Refund Unknown(Order order, Payment payment, RefundFacts facts, DateTime nowUtc)
    {
        var isOurs = facts.Reference is not null;
        var reason = isOurs ? facts.Reason ?? RefundReason.Staff : RefundReason.MadeAtStripe;
        var origin = isOurs ? RefundOrigin.Us : RefundOrigin.Stripe;
        return new Refund(order, payment, facts.Amount, reason, origin, facts.CreatedAtUtc ?? nowUtc)
        {
            IdempotencyKey = KeyOfUnknown(facts.RefundId),
        };
    }

    /// <summary>What a person has to decide on after a change of state, or null.</summary>
    public OpenCase? CaseFor(DateTime nowUtc) =>
        IsWordUnknown ? RefundCases.UnknownWord(this, nowUtc)
        : !IsStanding ? RefundCases.Failed(this, nowUtc)
        : IsHeardOf && Order.IsAllGoneBack && Order.Enrollment.IsLive ? RefundCases.MadeAtStripe(this, nowUtc)
        : null;

    /// <summary>A new call under a new key: only once Stripe was asked and has no refund with our reference.</summary>
    /// <param name="spentKey">The key that was found spent: if another instance has replaced it meanwhile, its key stays.</param>
    public void TakeNewKey(string spentKey, DateTime nowUtc)
    {
        if (IdempotencyKey != spentKey) return;
        if (Status != RefundStatus.Requested) throw new InvalidOperationException($"A {Status} refund is not asked for again.");

        IdempotencyKey = RandomText.Token();
        KeyCreatedAtUtc = nowUtc;
        IsKeySpent = false;
    }

    /// <summary>Stripe gave no usable answer; the same is asked again later.</summary>
    /// <param name="isAnswerStored">Stripe replays its failure under this key: the next attempt looks first, then takes a new key.</param>
    public void Postpone(TimeSpan wait, bool isAnswerStored, DateTime nowUtc)
    {
        Attempts++;
        NextAttemptAtUtc = nowUtc + wait;
        if (isAnswerStored) IsKeySpent = true;
    }

    /// <summary>
    /// Takes in what Stripe says. May be repeated; what is final goes back only where a bank returns the money, or where
    /// Stripe had made what we gave up.
    /// </summary>
    /// <returns>Whether the state changed, it waits for our balance by now, or Stripe uses a word that we do not know.</returns>
    internal bool Apply(RefundFacts facts, Actor by, DateTime nowUtc)
    {
        var wasGivenUp = IsGivenUp;
        // Nothing is owed for it: one that Stripe does not send either stays what it is.
        if (wasGivenUp && facts.Status is RefundStatus.Failed or RefundStatus.Cancelled) return false;

        var waited = WaitsForBalance;
        StripeRefundId ??= facts.RefundId;
        PendingReason = facts.PendingReason?.CutTo(StripeWordMaxLength);
        StripeReason = facts.StripeReason?.CutTo(StripeWordMaxLength) ?? StripeReason;
        var isNewWord = StripeStatus != facts.StripeStatus?.CutTo(StripeWordMaxLength);
        StripeStatus = facts.StripeStatus?.CutTo(StripeWordMaxLength);
        if (isNewWord && IsWordUnknown) UnknownWords++;
        if (Status == facts.Status || !(wasGivenUp || CanBecome(facts.Status)))
            return (isNewWord && IsWordUnknown) || (WaitsForBalance && !waited);

        Failure = facts.FailureReason?.CutTo(FailureMaxLength);
        Become(facts.Status, by, nowUtc);
        // That it waits was told when Stripe refused it.
        return !(waited && WaitsForBalance);
    }

    /// <summary>Stripe refuses it for as long as our account there holds too little money.</summary>
    /// <returns>Whether that is news.</returns>
    public bool AwaitBalance()
    {
        if (Status != RefundStatus.Requested || WaitsForBalance) return false;

        PendingReason = StripeWords.ShortBalance;
        return true;
    }

    /// <summary>Stripe will not do it: a person has to.</summary>
    public void Refuse(string reason, Actor by, DateTime nowUtc)
    {
        Failure = reason.CutTo(FailureMaxLength);
        Become(RefundStatus.Failed, by, nowUtc);
    }

    /// <summary>Somebody has returned it outside Stripe.</summary>
    /// <exception cref="InvalidOperationException">It is Stripe's to send, or was returned already; ask first.</exception>
    public void Return(OutsideMoney returned, Actor by, DateTime nowUtc)
    {
        if (!IsOutside || Status != RefundStatus.Requested) throw new InvalidOperationException($"Not to be returned: {Origin}, {Status}.");

        (OutsideWay, OutsideReference) = (returned.Way, returned.Reference.CutTo(Payment.OutsideReferenceMaxLength));
        Order.Enrollment.Record(
            $"Refund {Payment.Outside}", Status.ToString(), nameof(RefundStatus.Succeeded), by, nowUtc, $"Reference {OutsideReference}.");
        (Status, SettledAtUtc) = (RefundStatus.Succeeded, returned.ReceivedAtUtc);
    }

    /// <summary>It is no longer needed: the money went back another way before Stripe was asked.</summary>
    internal void GiveUp(string reason, Actor by, DateTime nowUtc)
    {
        if (Status != RefundStatus.Requested) throw new InvalidOperationException($"A {Status} refund is not given up.");

        ChooseUntilUtc = null;
        Failure = reason.CutTo(FailureMaxLength);
        Become(RefundStatus.Cancelled, by, nowUtc);
    }

    internal void AwaitChoice(DateTime untilUtc)
    {
        ChooseUntilUtc = untilUtc;
        NextAttemptAtUtc = KeyCreatedAtUtc = untilUtc + LineMoney.ClocksApart;
    }

    /// <summary>The payer does not want to wait. May be repeated.</summary>
    public void SendNow(DateTime nowUtc)
    {
        if (IsChoiceOpenAt(nowUtc)) ChooseUntilUtc = NextAttemptAtUtc = KeyCreatedAtUtc = nowUtc;
    }

    /// <exception cref="InvalidOperationException"><see cref="IsChoiceOpenAt"/> says no; ask first.</exception>
    internal void LetWait(Actor by, DateTime nowUtc)
    {
        if (!IsChoiceOpenAt(nowUtc)) throw new InvalidOperationException("There is no choice anymore.");

        Become(RefundStatus.Cancelled, by, nowUtc);
    }

    private bool CanBecome(RefundStatus to) => Status switch
    {
        RefundStatus.Requested => true,
        RefundStatus.Pending or RefundStatus.RequiresAction => to != RefundStatus.Requested,
        RefundStatus.Succeeded => to == RefundStatus.Failed,
        _ => false,
    };

    private void Become(RefundStatus to, Actor by, DateTime nowUtc)
    {
        Order.Enrollment.Record($"Refund {StripeRefundId ?? "new"}", Status.ToString(), to.ToString(), by, nowUtc, Failure);
        Status = to;
        SettledAtUtc = nowUtc;
    }

    // No call of ours is repeated under it.
    private static string KeyOfUnknown(string refundId) => refundId.CutTo(KeyMaxLength);
}
