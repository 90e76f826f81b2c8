using Sweet.Sandbox.Stripe.Accounts;
using Sweet.Sandbox.Stripe.Objects;

namespace Sweet.Sandbox.Stripe;

/// <summary>Plays the customer on the payment page, the bank, and the person at Stripe's dashboard.</summary>
/// <remarks>Each act returns once its webhooks were answered, or held back. A session may be named by its address too.</remarks>
public sealed class StripeStandIn
{
    private readonly Account account;

    internal StripeStandIn(Account account) => this.account = account;

    public string SecretKey { get; set; } = "sk_test_sandbox0123456789abcdefghijklmn";

    public IReadOnlyList<CheckoutSession> Sessions => All(books => books.Sessions);
    public IReadOnlyList<PaymentIntent> PaymentIntents => All(books => books.PaymentIntents);
    public IReadOnlyList<Charge> Charges => All(books => books.Charges);
    public IReadOnlyList<Refund> Refunds => All(books => books.Refunds);
    public IReadOnlyList<Dispute> Disputes => All(books => books.Disputes);
    public IReadOnlyList<BalanceTransaction> BalanceTransactions => All(books => books.BalanceTransactions);
    public IReadOnlyList<Payout> Payouts => All(books => books.Payouts);
    public IReadOnlyList<StripeEvent> Events => All(books => books.Events);

    /// <summary>Written into events from now on.</summary>
    public string ApiVersion
    {
        get => account.Look(books => books.ApiVersion);
        set => account.Look(books => books.ApiVersion = value);
    }

    public CheckoutSession Session(string session) => account.Look(books => SessionLedger.Find(books, IdOf(session)));

    public IReadOnlyList<LineItem> LineItems(string session) => account.Look(books => books.SessionOrders[IdOf(session)].LineItems);

    public Task<CheckoutSession> Pay(string session) => account.Do(books => PaymentLedger.PayByCard(books, IdOf(session)));

    /// <summary>As <see cref="Pay"/>, but with a sum or currency that nobody asked for.</summary>
    public Task<CheckoutSession> PayOther(string session, long amount, string currency = "usd") => account.Do(books =>
    {
        var wanted = SessionLedger.Find(books, IdOf(session));
        books.Sessions[wanted.Id] = wanted with { AmountSubtotal = amount, AmountTotal = amount, Currency = currency };
        return PaymentLedger.PayByCard(books, wanted.Id);
    });

    /// <returns>False if the session can be paid no more.</returns>
    public async Task<bool> TryPay(string session)
    {
        try
        {
            await Pay(session);
            return true;
        }
        catch (StripeFailure)
        {
            return false;
        }
    }

    /// <summary>Changes what Stripe keeps of a session, such as its references.</summary>
    public void Change(string session, Func<CheckoutSession, CheckoutSession> change) =>
        account.Look(books => books.Sessions[IdOf(session)] = change(SessionLedger.Find(books, IdOf(session))));

    public Task<CheckoutSession> Decline(string session) => account.Do(books => PaymentLedger.Decline(books, IdOf(session)));

    /// <summary>Completes the session; the money comes or fails later.</summary>
    public Task<CheckoutSession> PayByBank(string session) => account.Do(books => PaymentLedger.PayByBank(books, IdOf(session)));

    public Task<CheckoutSession> SucceedDelayed(string session) => account.Do(books => PaymentLedger.BankPaid(books, IdOf(session)));

    public Task<CheckoutSession> FailDelayed(string session) => account.Do(books => PaymentLedger.BankRefused(books, IdOf(session)));

    public Task<CheckoutSession> Expire(string session) => account.Do(books => SessionLedger.Expire(books, IdOf(session)));

    /// <summary>As somebody does at the dashboard.</summary>
    /// <param name="amount">Minor units; null: all that is left.</param>
    public Task<Refund> Refund(string paymentIntent, long? amount = null, string? reason = "requested_by_customer") => account.Do(books =>
        RefundLedger.Create(books, new() { PaymentIntent = paymentIntent, Amount = amount, Reason = reason }));

    public Task<Refund> SucceedRefund(string refund) => account.Do(books => RefundLedger.Succeed(books, refund));

    public Task<Refund> FailRefund(string refund, string reason = "expired_or_canceled_card") =>
        account.Do(books => RefundLedger.Fail(books, refund, reason));

    public Task<Refund> CancelRefund(string refund) => account.Do(books => RefundLedger.Cancel(books, refund));

    /// <param name="status">Stripe's own word, or one that nobody knows yet.</param>
    public Task<Refund> MoveRefund(string refund, string status) => account.Do(books => RefundLedger.MoveTo(books, refund, status));

    public Task<Refund> RequireRefundAction(string refund) => account.Do(books => RefundLedger.RequireAction(books, refund));

    /// <summary>From now on refunds are refused for lack of money, until <see cref="Fund"/>.</summary>
    public void UseUpBalance() => account.Look(books => books.BalanceIsUsedUp = true);

    /// <summary>From now on refunds begin in this state.</summary>
    /// <param name="status">Stripe's own word, or one that nobody knows yet.</param>
    public void AnswerRefundsWith(string status) => account.Look(books => books.FirstStatusOfRefunds = status);

    /// <summary>From now on refunds wait for money, until <see cref="Fund"/>.</summary>
    public void RunShort() => account.Look(books => books.BalanceIsShort = true);

    public Task Fund() => account.Do(books =>
    {
        RefundLedger.Fund(books);
        return true;
    });

    /// <param name="status">Stripe's own word; one that begins with <c>warning_</c> is an inquiry, which moves no money.</param>
    public Task<Dispute> Dispute(string paymentIntent, string reason = "fraudulent", string status = "needs_response") =>
        account.Do(books => DisputeLedger.Open(books, books.PaymentIntents[paymentIntent].LatestCharge!, reason, status));

    /// <param name="status">Stripe's own word, such as <c>under_review</c>, or one that nobody knows yet.</param>
    public Task<Dispute> MoveDispute(string dispute, string status) => account.Do(books => DisputeLedger.Move(books, dispute, status));

    public Task<Dispute> CloseDispute(string dispute, bool won) => account.Do(books => DisputeLedger.Close(books, dispute, won));

    /// <summary>What is available goes to our bank.</summary>
    /// <param name="amount">Minor units, for a payout that somebody makes at the dashboard; null: all, as Stripe does each day.</param>
    public Task<Payout> PayOut(long? amount = null) => account.Do(books => PayoutLedger.Create(books, amount));

    /// <summary>As if the days had passed that Stripe waits before it pays out.</summary>
    public Task<Payout> PayOutAtOnce() => account.Do(books => PayoutLedger.Create(books, amount: null, atOnce: true));

    public Task<Payout> ArrivePayout(string payout) => account.Do(books => PayoutLedger.Arrive(books, payout));

    public Task<Payout> FailPayout(string payout, string code = "account_closed") =>
        account.Do(books => PayoutLedger.Fail(books, payout, code));

    /// <summary>What moves in the balance besides: a monthly fee, or a charge of another product on the same account.</summary>
    public Task<BalanceTransaction> MoveBalance(string type, string source, long amount, long fee = 0) =>
        account.Do(books => Accounts.Charges.Enter(books, type, source, amount, "usd", fee));

    internal Task Tick() => account.Do(_ => true, changes: false);

    private static string IdOf(string session) => session[(session.LastIndexOf('/') + 1)..];

    private T[] All<T>(Func<Books, OrderedDictionary<string, T>> which) => account.Look(books => which(books).Values.ToArray());
}
