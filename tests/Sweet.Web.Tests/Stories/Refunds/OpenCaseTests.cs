using Microsoft.EntityFrameworkCore;
using Sweet.Domain.Cases;
using Sweet.Domain.Enrollments;
using Sweet.Web.Tests.Support;
using Sweet.Web.Wording;

namespace Sweet.Web.Tests.Stories.Refunds;

/// <summary>Money that fits no rule: a row that says what is known and what can be done.</summary>
public sealed class OpenCaseTests : PaidStory
{
    [Theory]
    [InlineData(100, "usd", OpenCaseKind.AmountDiffers, "1.00 USD arrived, 597.00 USD was due.")]
    [InlineData(59_700, "eur", OpenCaseKind.CurrencyDiffers, "597.00 EUR arrived, 597.00 USD was due.")]
    public async Task Another_sum_or_currency_keeps_the_seat_and_is_decided_by_a_person(long amount, string currency, OpenCaseKind kind, string details)
    {
        var held = await Visitor.Register(await Given.OpenCohort(), Journey.Email);

        await Stripe.PayOther(await held.GoToPay(), amount, currency);

        var openCase = Assert.Single(await Cases());
        Assert.Equal((kind, details, Intent), (openCase.Kind, CaseText.Known(openCase), openCase.ObjectId));
        Assert.Equal([CaseResolution.Seat, CaseResolution.Refund, CaseResolution.Noted], CaseRemedies.For(kind));
        Assert.Equal(EnrollmentStatus.Processing, await Site.Db(db => db.Enrollments.Select(e => e.Status).SingleAsync()));
    }

    [Fact]
    public async Task References_that_contradict_the_session_that_we_know_confirm_nothing()
    {
        var held = await Visitor.Register(await Given.OpenCohort(), Journey.Email);
        var session = await held.GoToPay();
        Stripe.Change(session, s => s with { ClientReferenceId = "IPT-AAAAAA" });

        await Stripe.Pay(session);

        var openCase = Assert.Single(await Cases());
        Assert.Equal(OpenCaseKind.ContradictingReferences, openCase.Kind);
        Assert.Contains("IPT-AAAAAA", openCase.Cause, StringComparison.Ordinal);
        Assert.Equal("Your payment arrived, and someone is looking into it", (await held.Reload()).Heading);
    }

    [Fact]
    public async Task References_that_contradict_each_other_of_a_session_that_we_do_not_know_give_nobody_a_seat()
    {
        var cohort = await Given.OpenCohort();
        var held = await Visitor.Register(cohort, Journey.Email);
        var session = await held.GoToPay();
        await Site.Db(db => db.Checkouts.ExecuteUpdateAsync(set => set.SetProperty(c => c.SessionId, "cs_another")));
        Stripe.Change(session, s => s with { ClientReferenceId = "IPT-AAAAAA" });

        await Stripe.Pay(session);

        Assert.Equal((OpenCaseKind.ContradictingReferences, Intent), ((await Cases()).Single().Kind, (await Cases()).Single().ObjectId));
        Assert.Equal(0, await Site.Db(db => db.Payments.CountAsync()));
    }

    [Fact]
    public async Task A_session_that_we_know_settles_though_its_metadata_were_taken_away()
    {
        var held = await Visitor.Register(await Given.OpenCohort(), Journey.Email);
        var session = await held.GoToPay();
        Stripe.Change(session, s => s with { ClientReferenceId = null, Metadata = new Dictionary<string, string>(StringComparer.Ordinal) });

        await Stripe.Pay(session);

        Assert.Equal("You are enrolled", (await held.Reload()).Heading);
    }

    [Fact]
    public async Task A_captured_payment_that_no_order_claims_is_not_lost()
    {
        var held = await Visitor.Register(await Given.OpenCohort(), Journey.Email);
        var session = await held.GoToPay();
        await Site.Db(db => db.Checkouts.ExecuteUpdateAsync(set => set.SetProperty(c => c.SessionId, "cs_another")));
        Stripe.Change(session, s => s with
        {
            ClientReferenceId = "IPT-AAAAAA",
            Metadata = new Dictionary<string, string>(StringComparer.Ordinal) { ["sweet_enrollment"] = "IPT-AAAAAA", ["sweet_attempt"] = "1" },
        });

        await Stripe.Pay(session);

        Assert.Equal((OpenCaseKind.UnclaimedPayment, Intent), ((await Cases()).Single().Kind, (await Cases()).Single().ObjectId));
    }

    [Theory]
    [InlineData(OpenCaseKind.RefundFailed, CaseResolution.Refund)]
    [InlineData(OpenCaseKind.DisputeLost, CaseResolution.Seat)]
    public void Each_kind_says_what_can_be_done(OpenCaseKind kind, CaseResolution first) => Assert.Equal(first, CaseRemedies.For(kind)[0]);
}
