using System.Reflection;
using Sweet.Domain.Cases;
using Sweet.Domain.Courses;
using Sweet.Domain.Disputes;
using Sweet.Domain.Enrollments;
using Sweet.Domain.Orders;
using Sweet.Domain.Refunds;
using Sweet.Domain.Tests.Settlements;

namespace Sweet.Domain.Tests.Modelled;

/// <summary>One seat whose student, bank and staff do whatever they like, with our side as the workers and webhooks call it.</summary>
internal sealed class ModelledSeat
{
    private const long Part = 10_000;
    private const string Why = "A person has decided.";
    private static readonly PropertyInfo Id = typeof(Refund).GetProperty(nameof(Refund.Id))!;

    private readonly ModelledStripe stripe = new();
    private readonly Paying paying = new(seats: 1);
    private readonly Checkout first;
    private readonly Checkout second;

    private DateTime nowUtc = Some.Now;
    private int lastId;
    private long? keptByRule;
    private bool hasStaffSurprised;
    private OpenCase? wonBack;

    public ModelledSeat()
    {
        first = paying.Checkout;
        second = paying.PayAgain();
    }

    private Order Order => paying.Order;

    private Enrollment Enrollment => paying.Enrollment;

    private RefundRules Rules => new(Order, Some.Staff, nowUtc);

    private string Intent => IntentOf(first);

    private long RefundedByStaff => stripe.Refunds.Where(r => r.IsOfStaff).Sum(r => r.Minor);

    /// <summary>The price, or what the refund rule leaves of it.</summary>
    private long OursToKeep => keptByRule ?? (Enrollment.Status == EnrollmentStatus.Confirmed ? Some.Price.Minor - RefundedByStaff : 0);

    public void Do(Act act)
    {
        nowUtc = nowUtc.AddHours(1);
        switch (act)
        {
            case Act.Pay: Pay(first); break;
            case Act.PayAgain: Pay(second); break;
            case Act.Withdraw: Withdraw(); break;
            case Act.StaffRefundPart: StaffRefundPart(); break;
            case Act.Send: Send(isAnswerLost: false); break;
            case Act.SendAndLoseAnswers: Send(isAnswerLost: true); break;
            case Act.Compare: Compare(); break;
            case Act.RefundComesBack: stripe.ReturnNewest(); break;
            case Act.StaffTryAgain: TryAgain(); break;
            case Act.StaffDecideOnAppeal: DecideOnAppeal(); break;
            case Act.BankContests: stripe.Contest(Intent); break;
            case Act.BankTakesBack: stripe.Decide(Intent, DisputeStatus.Open, DisputeStatus.Lost); break;
            case Act.BankIsOverruled: stripe.Decide(Intent, DisputeStatus.Lost, DisputeStatus.Won); break;
            case Act.BankGivesIn: stripe.GiveInEverywhere(); break;
            case Act.WeeksPass: nowUtc = nowUtc.AddDays(25); break;
            default: throw new ArgumentOutOfRangeException(nameof(act), act, null);
        }
    }

    /// <summary>Every bank has decided, and our side has done all that it does by itself, or that its cases ask staff for.</summary>
    public void ComeToRest()
    {
        stripe.GiveInEverywhere();
        for (var round = 0; round < 4; round++)
        {
            nowUtc = nowUtc.AddHours(1);
            Compare();
            TryAgain();
            DecideOnAppeal();
            Send(isAnswerLost: false);
        }

        Compare();
    }

    public void AssertSeatsAgree() => Assert.Equal(Enrollment.IsLive ? 1 : 0, paying.Cohort.SeatsTaken);

    public void AssertMoneyAgrees()
    {
        Assert.DoesNotContain(Order.Refunds, r => r.Status == RefundStatus.Requested);
        Assert.Equal(stripe.Kept, (Order.Paid - Order.GoneBack).Minor);
        if (stripe.HasTakenBack) return;

        var (staff, kept) = (RefundedByStaff, OursToKeep);
        // Staff who refund behind our back, or after a withdrawal, give more than the rule does, and never less.
        if (hasStaffSurprised) Assert.InRange(stripe.Kept, Math.Max(0, kept - staff), kept);
        else Assert.Equal(kept, stripe.Kept);
    }

    private void Pay(Checkout checkout)
    {
        stripe.Capture(IntentOf(checkout), Some.Price.Minor);
        paying.Now = nowUtc;
        paying.Pay(checkout);
    }

    private void Withdraw()
    {
        if (Enrollment.WithdrawalRefusalFor(nowUtc) is not null) return;

        var classes = paying.Cohort.ClassesBegunAt(nowUtc);
        var known = Order.Refunds.Where(r => r.Origin == RefundOrigin.Stripe).Sum(r => r.AmountMinor);
        hasStaffSurprised |= known != RefundedByStaff;
        var policy = new RefundPolicy(paying.Cohort.Course.RefundFeePercent).BackFor(Some.Price, classes, paying.Cohort.Meetings.Count).Minor;
        // What came too much comes back whole; what had gone back counts toward both, and nobody is asked for money.
        var (paid, ours) = (Order.Paid.Minor, Order.Refunds.Where(r => r is { Origin: RefundOrigin.Us, IsStanding: true }).Sum(r => r.AmountMinor));
        keptByRule = paid - Math.Max(policy + paid - Some.Price.Minor, known + ours);
        paying.Cohort.Withdraw(Enrollment, classesCounted: null, Actor.Student, nowUtc);
    }

    private void StaffRefundPart()
    {
        var before = stripe.Refunds.Count;
        stripe.RefundPart(Intent, Part);
        hasStaffSurprised |= stripe.Refunds.Count > before && Enrollment.Status == EnrollmentStatus.Cancelled;
    }

    /// <summary>As the worker: what is told of Stripe's own refunds comes first where one was given up.</summary>
    private void Send(bool isAnswerLost)
    {
        foreach (var refund in Order.Refunds.Where(r => r.Status == RefundStatus.Requested).ToList())
        {
            if (Order.Refunds.Any(r => r.IsGivenUp)) CompareRefunds();
            if (refund.Status != RefundStatus.Requested || refund.WaitsForBank) continue;

            if (refund.Id == 0) Id.SetValue(refund, ++lastId);
            if (stripe.Create(refund) is not { } made) Refused(refund);
            else if (!isAnswerLost) Rules.Take(made.Facts);
        }
    }

    private void Refused(Refund refund)
    {
        Compare();
        Rules.Refused(refund, "Stripe refuses.");
    }

    private void Compare()
    {
        CompareRefunds();
        foreach (var facts in stripe.Disputes)
        {
            if (Order.Apply(facts, Some.Staff, nowUtc) is not { } changed) continue;
            if (changed.Status == DisputeStatus.Lost) Rules.Lost(changed);
            if (changed.Status == DisputeStatus.Lost) wonBack = null;
            if (changed.CaseFor(nowUtc) is { Kind: OpenCaseKind.DisputeWonBack } openCase) wonBack = openCase;
        }
    }

    private void CompareRefunds()
    {
        foreach (var made in stripe.Refunds) Rules.Take(made.Facts);
    }

    private void TryAgain()
    {
        foreach (var failed in Order.Refunds.Where(r => r.Status == RefundStatus.Failed && Order.RetryRefusalFor(r) is null).ToList()) Order.RetryRefund(failed, Some.Staff, nowUtc);
    }

    /// <summary>Whoever is asked of money that an appeal has brought back gives what is owed, and knows of nobody who was not asked.</summary>
    private void DecideOnAppeal()
    {
        TryAgain();
        if (wonBack is null) return;

        var owed = (Order.Paid - Order.GoneBack).Minor - OursToKeep;
        var most = new WonBack(Order.Disputes.Single()).Refundable.Minor;
        Decide(Math.Min(owed, most));
    }

    private void Decide(long minor)
    {
        var decision = minor > 0 ? new CaseDecision(CaseResolution.Refund, Why, minor / 100m) : new CaseDecision(CaseResolution.Noted, Why);
        var rules = new CaseRules(wonBack!, Order, otherLive: null, nowUtc);
        Assert.Null(rules.RefusalFor(decision));
        rules.Resolve(decision, Some.Staff);
        wonBack = null;
    }

    private static string IntentOf(Checkout checkout) => $"pi_{checkout.SessionId}";
}

internal enum Act
{
    Pay,
    PayAgain,
    Withdraw,
    StaffRefundPart,
    Send,
    SendAndLoseAnswers,
    Compare,
    RefundComesBack,
    StaffTryAgain,
    StaffDecideOnAppeal,
    BankContests,
    BankTakesBack,
    BankIsOverruled,
    BankGivesIn,
    WeeksPass,
}
