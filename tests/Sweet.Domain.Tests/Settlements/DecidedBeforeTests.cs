using Sweet.Domain.Cases;
using Sweet.Domain.Enrollments;
using Sweet.Domain.Orders;
using Sweet.Domain.Refunds;
using Sweet.Domain.Settlements;

namespace Sweet.Domain.Tests.Settlements;

/// <summary>After a restore of an older copy: refunds of ours at Stripe tell what was decided on a payment that we do not know.</summary>
public class DecidedBeforeTests
{
    private static readonly Money Part = new(50_745, "USD");

    [Theory]
    [InlineData(RefundReason.Withdrew, CancellationReason.Withdrew)]
    [InlineData(RefundReason.CohortCancelled, CancellationReason.CohortCancelled)]
    public void A_place_that_had_ended_ends_again_and_nothing_more_is_asked_for(RefundReason reason, CancellationReason why)
    {
        var paying = WithoutSeat();

        Assert.Equal(Settlement.SettledBefore, Settle(paying, Ours(reason, Part)));

        Assert.Empty(paying.Order.Refunds);
        Assert.Equal((PaymentDecision.Confirms, EnrollmentStatus.Cancelled, why), (paying.Payment.Decision, paying.Enrollment.Status, paying.Enrollment.CancelledWhy));
        Assert.Equal(1, paying.Cohort.SeatsTaken);
    }

    [Fact]
    public void A_seat_that_is_held_for_it_is_free_again()
    {
        var paying = new Paying(seats: 1);

        Settle(paying, Ours(RefundReason.Withdrew, Part));

        Assert.Equal((EnrollmentStatus.Cancelled, 0), (paying.Enrollment.Status, paying.Cohort.SeatsTaken));
    }

    [Theory]
    [InlineData(RefundReason.NoSeat, PaymentDecision.RefundNoSeat)]
    [InlineData(RefundReason.PaidTwice, PaymentDecision.RefundPaidTwice)]
    [InlineData(RefundReason.EnrolledElsewhere, PaymentDecision.RefundEnrolledElsewhere)]
    [InlineData(RefundReason.EnrollmentCancelled, PaymentDecision.RefundCancelled)]
    public void Money_that_had_no_place_is_not_sent_back_again(RefundReason reason, PaymentDecision decision)
    {
        var paying = new Paying();
        paying.EndHold();

        Assert.Equal(Settlement.SettledBefore, Settle(paying, Ours(reason, Some.Price)));

        Assert.Empty(paying.Order.Refunds);
        Assert.Equal((decision, EnrollmentStatus.Expired), (paying.Payment.Decision, paying.Enrollment.Status));
    }

    [Theory]
    [InlineData(RefundReason.Staff)]
    [InlineData(null)]
    public void A_refund_that_tells_nothing_of_the_place_makes_a_person_decide_before_more_goes_back(RefundReason? reason)
    {
        var paying = WithoutSeat();

        Assert.Equal(Settlement.CaseOpened, Settle(paying, Ours(reason, Part)));

        Assert.Empty(paying.Order.Refunds);
        var openCase = paying.Opened!;
        Assert.Equal((PaymentDecision.OpenCase, OpenCaseKind.DecidedBefore), (paying.Payment.Decision, openCase.Kind));
        Assert.Equal([CaseResolution.Seat, CaseResolution.Refund, CaseResolution.Noted], CaseRemedies.For(openCase.Kind));
    }

    [Fact]
    public void A_refund_that_tells_nothing_of_the_place_keeps_nobody_from_a_seat_that_is_free()
    {
        var paying = new Paying();

        Assert.Equal(Settlement.Confirmed, Settle(paying, Ours(RefundReason.Staff, Part)));
    }

    [Fact]
    public void A_refund_of_the_dashboard_decides_nothing()
    {
        var paying = WithoutSeat();

        Assert.Equal(Settlement.RefundRequested, Settle(paying, Ours(null, Part) with { Reference = null }));
    }

    [Theory]
    [InlineData(-1, Settlement.CaseOpened)] // the withdrawal had counted it in, and left it to us
    [InlineData(1, Settlement.RefundRequested)] // came only after the withdrawal
    public void Another_payment_of_a_place_that_had_ended_is_a_case_if_the_withdrawal_knew_of_it(int capturedAfterMinutes, Settlement expected)
    {
        var paying = new Paying();
        var first = paying.Checkout;
        var second = paying.PayAgain();
        var withdrawn = Ours(RefundReason.Withdrew, Part) with { PaymentIntentId = $"pi_{second.SessionId}" };
        paying.Settle(second, Complete(second, withdrawn));
        paying.Order.Apply(withdrawn, Some.Staff, Some.Now);
        var facts = Complete(first);

        var settlement = paying.Settle(first, facts with { Payment = facts.Payment! with { CapturedAtUtc = Some.Now.AddMinutes(capturedAfterMinutes) } });

        Assert.Equal(expected, settlement);
    }

    [Fact]
    public void Whoever_had_paid_before_the_restore_and_finds_no_seat_is_a_case_and_never_sent_away()
    {
        var paying = WithoutSeat();
        var facts = Complete(paying.Checkout) with { IsFromBeforeRestore = true };

        Assert.Equal(Settlement.CaseOpened, paying.Settle(paying.Checkout, facts));

        Assert.Empty(paying.Order.Refunds);
        Assert.Equal(OpenCaseKind.NoSeatAfterRestore, paying.Opened!.Kind);
    }

    [Fact]
    public void Whoever_had_paid_before_the_restore_gets_a_seat_that_is_free()
    {
        var paying = new Paying();
        paying.EndHold();

        Assert.Equal(Settlement.Confirmed, paying.Settle(paying.Checkout, Complete(paying.Checkout) with { IsFromBeforeRestore = true }));
    }

    [Fact]
    public void Money_that_had_gone_back_at_Stripe_before_we_heard_of_it_pays_for_nothing()
    {
        var paying = new Paying(seats: 1);
        var all = Ours(null, Some.Price) with { Reference = null };

        Assert.Equal(Settlement.RefundedAtStripe, Settle(paying, all));

        Assert.Empty(paying.Order.Refunds);
        Assert.Equal((PaymentDecision.RefundedAtStripe, EnrollmentStatus.Expired, 0), (paying.Payment.Decision, paying.Enrollment.Status, paying.Cohort.SeatsTaken));
    }

    [Theory]
    [InlineData(RefundStatus.Failed)]
    [InlineData(RefundStatus.Cancelled)]
    public void A_refund_at_Stripe_that_did_not_go_back_takes_nothing_from_the_payment(RefundStatus status)
    {
        var paying = new Paying();

        Assert.Equal(Settlement.Confirmed, Settle(paying, Ours(null, Some.Price) with { Reference = null, Status = status }));
    }

    /// <summary>Remade without a seat, which somebody else has by now.</summary>
    private static Paying WithoutSeat()
    {
        var paying = new Paying(seats: 1);
        paying.EndHold();
        Some.Enrollment(paying.Cohort);
        return paying;
    }

    private static Settlement Settle(Paying paying, RefundFacts refund) => paying.Settle(paying.Checkout, Complete(paying.Checkout, refund));

    private static SessionFacts Complete(Checkout checkout, params RefundFacts[] refunds)
    {
        var facts = Some.Complete(checkout);
        return facts with { Payment = facts.Payment! with { Refunds = refunds } };
    }

    private static RefundFacts Ours(RefundReason? reason, Money amount) =>
        new("re_lost", "pi_lost", RefundStatus.Succeeded, amount, Reference: 77, FailureReason: null) { Reason = reason, StripeStatus = "succeeded", CreatedAtUtc = Some.Now };
}
