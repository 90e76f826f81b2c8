using Sweet.Domain.Courses;
using Sweet.Domain.Enrollments;
using Sweet.Domain.Tests;
using Sweet.Domain.Vouchers;
using Sweet.Domain.Waitlists;
using Sweet.Sandbox.Stripe;
using Sweet.Sandbox.Stripe.Objects;

namespace Sweet.Web.Tests.Stories.Modelled;

/// <summary>What the institute keeps of each seat, told in a few lines: a seat costs its price, everything else goes back.</summary>
internal sealed class MoneyModel(IReadOnlyList<Cohort> cohorts, StripeStandIn stripe)
{
    /// <summary>Nobody withdraws after the first class here, so that the whole price less the fee goes back.</summary>
    private const int FeePercent = 15;

    private readonly Dictionary<string, long> refundedByStaff = new(StringComparer.Ordinal);
    private readonly Dictionary<string, long> keptAtEnd = new(StringComparer.Ordinal);
    private readonly Dictionary<string, long> lowered = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Move> moves = new(StringComparer.Ordinal);
    private readonly Dictionary<string, long> surprised = new(StringComparer.Ordinal);
    private HashSet<string> confirmedBefore = [];

    /// <summary>Somebody has refunded of its payments in Stripe's dashboard, behind our back.</summary>
    public bool HasSurprise(Enrollment place) => SeatsBehind(place).Any(surprised.ContainsKey);

    public long CreditOf(Enrollment place) => moves[place.Number].Credit;

    public bool HasMoved(string number) => moves.ContainsKey(number);

    public void RefundedInDashboard(string number, long minor)
    {
        surprised[number] = surprised.GetValueOrDefault(number) + minor;
        RefundedByStaff(number, minor);
    }

    public void RefundedByStaff(string number, long minor) => refundedByStaff[number] = RefundedByStaff(number) + minor;

    /// <summary>What staff gave back before counts toward what comes back; they never give back too much.</summary>
    public void EndedByRule(Enrollment place) => keptAtEnd[place.Number] = Math.Min(PriceOf(place) * FeePercent / 100, KeptWhileConfirmed(place));

    public void EndedForNothing(Enrollment place) => keptAtEnd[place.Number] = 0;

    public void Lowered(Enrollment place, Voucher voucher) => lowered[place.Number] = voucher.Terms.Off(Some.Price with { Minor = CohortOf(place).PriceMinor }).Minor;

    /// <summary>
    /// What the old seat is worth pays for the new one; what it is worth beyond goes back, and what is missing is due, but for what staff did
    /// not ask for before, or gave back while the seat stayed.
    /// </summary>
    /// <param name="worth">Paid for the old seat, less what we knew to have gone back.</param>
    public Move Quote(Enrollment from, Cohort to, long worth)
    {
        var isWaived = from.CancelledWhy == CancellationReason.Transferred && from.CohortId == CancelledCohortId;
        var credit = Math.Min(worth, to.PriceMinor);
        var due = isWaived ? 0 : Math.Max(0, to.PriceMinor - credit - AllowanceOf(from, worth));
        return new Move(from, credit, due, to.PriceMinor - credit - due, Math.Max(0, worth - to.PriceMinor));
    }

    public Move Moved(Enrollment from, Enrollment to, long worth) => moves[to.Number] = Quote(from, CohortOf(to), worth);

    /// <summary>Whose seats move at no cost; null while no cohort is canceled.</summary>
    public int? CancelledCohortId { get; private set; }

    public void Cancelled(Cohort cohort, IEnumerable<Enrollment> places) =>
        (CancelledCohortId, confirmedBefore) = (cohort.Id, [.. places.Where(p => p.ConfirmedAtUtc is not null).Select(p => p.Number)]);

    /// <summary>In a canceled cohort nobody gets a seat anymore.</summary>
    public bool MayBeConfirmed(Enrollment place) => place.CohortId != CancelledCohortId || confirmedBefore.Contains(place.Number);

    /// <summary>What it was bought for, whoever lowered it and wherever it came from.</summary>
    public long PriceOf(Enrollment place) => moves.TryGetValue(place.Number, out var move)
        ? move.Credit + move.Due
        : CohortOf(place).PriceMinor - lowered.GetValueOrDefault(place.Number);

    /// <summary>Of the seat and, where it has moved, of the one that it came from.</summary>
    public long KeptOf(Enrollment place) => place.Status switch
    {
        _ when IsMoveThatNeverCame(place) => 0,
        _ when !HasMoved(place.Number) && IsTakenBack(place.Number) => 0,
        EnrollmentStatus.Confirmed => KeptWhileConfirmed(place),
        EnrollmentStatus.Cancelled when place.CancelledWhy != CancellationReason.CohortCancelled => keptAtEnd[place.Number],
        EnrollmentStatus.Expired when place.Order.WaitingPayment() is not null => PriceOf(place),
        _ => 0,
    };

    /// <summary>What Stripe has of it: captured, less what went back and what banks took, of each payment all of it at the most.</summary>
    public long AtStripe(string number) => PaymentsOf(number).Sum(p => Math.Max(0, p.AmountReceived - GoneBackOf(p.Id)));

    /// <summary>As before, with the seat that it came from, once it has come.</summary>
    public long AtStripe(Enrollment place) => SeatsBehind(place).Sum(AtStripe);

    /// <summary>A bank has contested what it was paid by: where the seat moved since, how much is whose only a person knows.</summary>
    public bool IsContestedMove(Enrollment place) =>
        HasMoved(place.Number) && SeatsBehind(place).SelectMany(PaymentsOf).Any(p => stripe.Disputes.Any(d => d.PaymentIntent == p.Id));

    /// <summary>Numbers of the seat and of all that it came from, once it has come.</summary>
    public IEnumerable<string> SeatsBehind(Enrollment place) =>
        moves.TryGetValue(place.Number, out var move) && !IsMoveThatNeverCame(place) ? [place.Number, .. SeatsBehind(move.From)] : [place.Number];

    private bool IsMoveThatNeverCame(Enrollment place) => HasMoved(place.Number) && place.ConfirmedAtUtc is null;

    // Two who refund the same dollar, one of them in the dashboard, send it back once.
    private long KeptWhileConfirmed(Enrollment place) => Math.Max(0, Balance(place));

    private long Balance(Enrollment place) => (moves.TryGetValue(place.Number, out var move)
        ? Balance(move.From) - move.Back + move.Due
        : PriceOf(place)) - RefundedByStaff(place.Number);

    // Where all of a payment is gone, nobody has said of what went back in the dashboard that the seat stays.
    private long AllowanceOf(Enrollment from, long worth)
    {
        var given = RefundedByStaff(from.Number) - (from.Order.IsAllGoneBack ? surprised.GetValueOrDefault(from.Number) : 0);
        return (moves.TryGetValue(from.Number, out var move) ? move.Reduced : 0) + Math.Min(PriceOf(from) - worth, given);
    }

    private bool IsTakenBack(string number) => PaymentsOf(number).Any(p => stripe.Disputes.Any(d => d.PaymentIntent == p.Id && d.Status == "lost"));

    private List<PaymentIntent> PaymentsOf(string number)
    {
        var intents = stripe.Sessions.Where(s => s.ClientReferenceId == number).Select(s => s.PaymentIntent).ToHashSet();
        return [.. stripe.PaymentIntents.Where(p => intents.Contains(p.Id))];
    }

    private long GoneBackOf(string intent) =>
        stripe.Refunds.Where(r => r.PaymentIntent == intent && r.Status is not ("failed" or "canceled")).Sum(r => r.Amount)
        + stripe.Disputes.Where(d => d.PaymentIntent == intent && d.Status == "lost").Sum(d => d.Amount);

    private long RefundedByStaff(string number) => refundedByStaff.GetValueOrDefault(number);

    private Cohort CohortOf(Enrollment place) => cohorts.Single(c => c.Id == place.CohortId);
}

/// <param name="Credit">What of the old seat pays for the new one.</param>
/// <param name="Due">Asked for by a link before the seat moves.</param>
/// <param name="Reduced">What nobody pays for the new one.</param>
/// <param name="Back">Refunded out of the old seat's payment.</param>
internal sealed record Move(Enrollment From, long Credit, long Due, long Reduced, long Back);
