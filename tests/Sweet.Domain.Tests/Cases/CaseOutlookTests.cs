using Sweet.Domain.Cases;
using Sweet.Domain.Refunds;
using Sweet.Domain.Tests.Settlements;

namespace Sweet.Domain.Tests.Cases;

/// <summary>What a choice is said to do is what it does.</summary>
public class CaseOutlookTests
{
    private readonly Paying place = new(seats: 1);

    [Theory]
    [InlineData(CaseResolution.Seat, CaseSeat.Confirmed, 0)]
    [InlineData(CaseResolution.Refund, CaseSeat.Released, 1_000)]
    [InlineData(CaseResolution.Noted, CaseSeat.AsItIs, 0)]
    public void Of_another_sum(CaseResolution choice, CaseSeat seat, long back)
    {
        var rules = Rules(OtherSum(1_000));

        var outlook = rules.OutlookOf(choice);
        var refund = rules.Resolve(new CaseDecision(choice, "Decided."), Some.Staff);

        Assert.Equal((null, seat, back, false), (outlook.Refusal, outlook.Seat, outlook.Back.Minor, outlook.NeedsSum));
        Assert.Equal(back, refund?.AmountMinor ?? 0);
    }

    [Fact]
    public void What_was_seen_is_compared_before_anything_is_done()
    {
        var openCase = OtherSum(1_000);
        var decision = new CaseDecision(CaseResolution.Refund, "Decided.") { Seen = Rules(openCase).Seen };

        place.Order.RequestRefund(place.Payment, new Money(400, "USD"), RefundReason.Staff, Some.Staff, Some.Now);

        Assert.Equal(CaseRefusal.Changed, Rules(openCase).RefusalFor(decision));
        Assert.Null(Rules(openCase).RefusalFor(decision with { Seen = Rules(openCase).Seen }));
    }

    private OpenCase OtherSum(long minor)
    {
        place.Pay(amount: new Money(minor, "USD"));
        return place.Opened!;
    }

    private CaseRules Rules(OpenCase openCase) => new(openCase, place.Order, otherLive: null, Some.Now);
}
