using Microsoft.EntityFrameworkCore;
using Sweet.Domain.Cases;
using Sweet.Web.Cases;
using Sweet.Web.Tests.Support;
using Sweet.Web.Wording;

namespace Sweet.Web.Tests.Stories.Refunds;

/// <summary>What a person decides on a case.</summary>
public sealed class ResolvedCaseTests : PaidStory
{
    [Fact]
    public async Task A_person_says_how_much_of_a_payment_in_another_currency_goes_back()
    {
        var held = await Visitor.Register(await Given.OpenCohort(), Journey.Email);
        await Stripe.PayOther(await held.GoToPay(), 55_000, "eur");
        Assert.Null(await Resolve(OpenCaseKind.CurrencyDiffers, CaseResolution.Seat));
        await Withdraw(await held.Reload());

        Assert.Equal(CaseRefusal.SumMissing, await Resolve(OpenCaseKind.WithdrawalUndecided, CaseResolution.Refund));
        Assert.Equal(CaseRefusal.SumNotOwed, await Resolve(OpenCaseKind.WithdrawalUndecided, CaseResolution.Refund, 550.01m));
        Assert.Null(await Resolve(OpenCaseKind.WithdrawalUndecided, CaseResolution.Refund, 467.50m));
        await Site.SendRefunds();

        Assert.Equal((46_750L, "eur"), (Assert.Single(Stripe.Refunds).Amount, Stripe.Refunds[0].Currency));
        await Mail("EUR 467.50 is being refunded");
    }

    [Fact]
    public async Task What_the_institute_keeps_of_a_withdrawal_is_not_given_away_by_an_older_refund_that_failed()
    {
        var enrolled = await Paid();
        var kindness = await Stripe.Refund(Intent, amount: 10_000);
        await Stripe.FailRefund(kindness.Id);
        Site.Pass(TimeSpan.FromMinutes(1));
        await Withdraw(await enrolled.Reload());
        await Site.SendRefunds();

        Assert.Equal(CaseRefusal.NothingLeft, await Resolve(OpenCaseKind.RefundFailed, CaseResolution.Refund));
        await Site.SendRefunds();

        Assert.Equal([10_000L, 50_745], Stripe.Refunds.Select(r => r.Amount));
        Assert.Null(await Resolve(OpenCaseKind.RefundFailed, CaseResolution.Noted));
    }

    [Fact]
    public async Task Money_that_no_order_claims_says_that_Stripes_dashboard_is_the_way()
    {
        await PayForNobody();

        Assert.Contains("refund it in Stripe's dashboard, then resolve this as noted", CaseText.Known(Assert.Single(await Cases())), StringComparison.Ordinal);
        Assert.Equal(CaseRefusal.NotForThisKind, await Resolve(OpenCaseKind.UnclaimedPayment, CaseResolution.Refund));
        Assert.Null(await Resolve(OpenCaseKind.UnclaimedPayment, CaseResolution.Noted));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Of_two_who_decide_at_once_the_second_hears_that_it_is_settled(bool hasOrder)
    {
        var kind = hasOrder ? OpenCaseKind.AmountDiffers : OpenCaseKind.UnclaimedPayment;
        var how = hasOrder ? CaseResolution.Refund : CaseResolution.Noted;
        if (hasOrder) await Stripe.PayOther(await (await Visitor.Register(await Given.OpenCohort(), Journey.Email)).GoToPay(), 1_000);
        else await PayForNobody();

        var refusals = await Task.WhenAll(Resolve(kind, how), Resolve(kind, how));

        Assert.Equal([null, CaseRefusal.Resolved], refusals.Order());
        Assert.Equal(hasOrder ? 1 : 0, (await Refunds()).Count);
        Assert.Equal(1, await Site.Db(db => db.History.CountAsync(h => h.Subject.StartsWith("Case "))));
    }

    private async Task<CaseRefusal?> Resolve(OpenCaseKind kind, CaseResolution resolution, decimal? amount = null)
    {
        var id = (await Cases()).Single(c => c.Kind == kind).Id;
        return await Site.Do<ResolveCase, CaseRefusal?>(cases => cases.As(id, new CaseDecision(resolution, "Decided.", amount), Domain.Tests.Some.Staff, default));
    }

    private async Task PayForNobody()
    {
        var session = await (await Visitor.Register(await Given.OpenCohort(), Journey.Email)).GoToPay();
        await Site.Db(db => db.Checkouts.ExecuteUpdateAsync(set => set.SetProperty(c => c.SessionId, "cs_another")));
        Stripe.Change(session, s => s with
        {
            ClientReferenceId = "IPT-AAAAAA",
            Metadata = new Dictionary<string, string>(StringComparer.Ordinal) { ["sweet_enrollment"] = "IPT-AAAAAA", ["sweet_attempt"] = "1" },
        });
        await Stripe.Pay(session);
    }
}
