using Sweet.Domain.Enrollments;
using Sweet.Domain.Refunds;
using Sweet.Domain.Tests.Settlements;

namespace Sweet.Domain.Tests.Refunds;

/// <summary>What staff send back, with the seat or without.</summary>
public class StaffRefundTests
{
    private static readonly StaffRefund ByRule = new(RefundSum.ByRule, EndsSeat: true);

    private readonly Paying place = new(seats: 1);

    public StaffRefundTests()
    {
        place.Pay();
    }

    private StaffRefundRules Rules => new(place.Enrollment, Some.Now);

    [Fact]
    public void Usual_is_what_the_rule_gives_back_with_the_seat()
    {
        Assert.Equal(ByRule, Rules.Usual);
        Assert.False(Rules.NeedsReason(ByRule));

        var refund = Assert.Single(Rules.Carry(ByRule, Some.Staff));

        Assert.Equal((50_745L, RefundReason.Staff), (refund.AmountMinor, refund.Reason));
        Assert.Equal((EnrollmentStatus.Cancelled, CancellationReason.Staff), (place.Enrollment.Status, place.Enrollment.CancelledWhy));
        Assert.Equal(0, place.Cohort.SeatsTaken);
    }

    [Fact]
    public void Another_number_of_classes_needs_a_reason_and_changes_the_sum()
    {
        var asked = ByRule with { ClassesCounted = 3 };

        Assert.Equal(StaffRefundRefusal.ReasonMissing, Rules.RefusalFor(asked));
        Assert.Equal(25_373, Rules.SumOf(asked).Minor);
        Assert.Equal(StaffRefundRefusal.WrongCount, Rules.RefusalFor(asked with { ClassesCounted = 7 }));
    }

    [Theory]
    [InlineData("597", null)]
    [InlineData("597.01", StaffRefundRefusal.MoreThanLeft)]
    [InlineData("0", StaffRefundRefusal.NoSum)]
    [InlineData("0.001", StaffRefundRefusal.NoSum)]
    public void Another_sum_is_never_more_than_is_left(string sum, StaffRefundRefusal? refusal)
    {
        var asked = new StaffRefund(RefundSum.Other, EndsSeat: false)
        {
            Amount = decimal.Parse(sum, System.Globalization.CultureInfo.InvariantCulture),
            Reason = "A class was short.",
        };

        Assert.Equal(refusal, Rules.RefusalFor(asked));
    }

    [Fact]
    public void Keeps_the_seat_where_that_is_asked_and_says_what_stays()
    {
        var asked = new StaffRefund(RefundSum.Other, EndsSeat: false) { Amount = 100, Reason = "A class was short." };

        Rules.Carry(asked, Some.Staff);

        Assert.Equal((EnrollmentStatus.Confirmed, 49_700L), (place.Enrollment.Status, Rules.Left.Minor));
        Assert.Contains(place.Enrollment.History, h => h is { Subject: "Money", From: "597.00 USD with us", To: "497.00 USD with us", Note: "A class was short." });
    }

    [Fact]
    public void What_was_seen_is_compared_first()
    {
        var asked = ByRule with { Seen = Rules.Seen(ByRule) };

        Assert.Null(Rules.RefusalFor(asked));
        place.Order.RequestRefund(place.Payment, new Money(1, "USD"), RefundReason.Staff, Some.Staff, Some.Now);

        Assert.Equal(StaffRefundRefusal.Changed, Rules.RefusalFor(asked));
    }

    [Fact]
    public void Nothing_for_nothing_is_nothing_to_do()
    {
        Assert.Equal(StaffRefundRefusal.NothingToDo, Rules.RefusalFor(new StaffRefund(RefundSum.Nothing, EndsSeat: false) { Reason = "None." }));
        Rules.Carry(ByRule, Some.Staff);

        Assert.Equal(StaffRefundRefusal.SeatDoesNotEnd, Rules.RefusalFor(ByRule));
        Assert.Equal(new StaffRefund(RefundSum.All, EndsSeat: false), Rules.Usual);
    }
}
