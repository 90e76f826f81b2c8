using Microsoft.EntityFrameworkCore;
using Sweet.Domain.Cases;
using Sweet.Domain.Courses;
using Sweet.Domain.Enrollments;
using Sweet.Sandbox.Faults;
using Sweet.Web.Tests.Support;

namespace Sweet.Web.Tests.Stories.Paying;

/// <summary>Stripe takes no payment: what heals by itself, what needs a person, and what we cannot see are told apart.</summary>
public sealed class RefusedCheckoutTests : PaidStory
{
    /// <summary>More than Stripe.net tries by itself.</summary>
    private const int EveryTry = 3;

    [Fact]
    public async Task A_price_that_Stripe_never_takes_is_told_as_such_and_staff_know_once()
    {
        var cohort = await Given.OpenCohort();
        await Site.Db(db => db.Cohorts.ExecuteUpdateAsync(set => set.SetProperty(c => c.PriceMinor, 30)));
        var held = await Visitor.Register(cohort, Journey.Email);

        var refused = await held.Submit("Continue to payment");
        var again = await refused.Submit("Continue to payment");

        foreach (var page in (Page[])[refused, again])
        {
            Assert.Equal(422, page.Status);
            Assert.Contains("trying again won’t help", page.Alert, StringComparison.Ordinal);
            Assert.DoesNotContain("down or busy", page.Text, StringComparison.Ordinal);
        }

        Assert.Equal(OpenCaseKind.CheckoutRefused, Assert.Single(await Cases()).Kind);
        var notice = Assert.Single(await Site.MailsTo("staff@clinic.example"));
        Assert.Contains("0.30 USD", notice.Text, StringComparison.Ordinal);
        Assert.Contains("amount_too_small", notice.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_smallest_price_of_each_currency_can_be_paid()
    {
        foreach (var currency in PriceRules.Currencies)
        {
            var price = PriceRules.SmallestIn(currency)!.Value;
            var cohort = await Given.OpenCohort(price: price, reference: $"ipt-{currency}");

            var enrolled = await Paid(cohort, $"{currency}@clinic.example", Site.NewVisitor());

            Assert.Equal("You are enrolled", enrolled.Heading);
            Assert.Equal((price.Minor, currency), await Site.Db(db => db.Payments.OrderByDescending(p => p.Id).Select(p => ValueTuple.Create(p.AmountMinor, p.Currency)).FirstAsync()));
        }
    }

    [Fact]
    public async Task While_Stripe_cannot_say_whether_an_open_page_was_paid_nobody_says_that_nothing_was_charged()
    {
        Site.StandIns.Webhooks.HoldBack();
        var held = await Visitor.Register(await Given.OpenCohort(), Journey.Email);
        await Stripe.Pay(await held.GoToPay());
        Site.StandIns.Faults.Stripe.Next(Fault.ServerError, EveryTry);

        var back = await held.Reload();
        var failed = await back.Submit("Continue to payment");

        Assert.Equal(503, failed.Status);
        Assert.Contains("If you have, the money is safe", failed.Alert, StringComparison.Ordinal);
        foreach (var page in (Page[])[back, failed])
        {
            Assert.DoesNotContain("Nothing was charged", page.Text, StringComparison.Ordinal);
            Assert.DoesNotContain("Nothing is charged", page.Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task After_the_end_of_a_hold_no_past_time_is_offered_while_Stripe_is_down()
    {
        var held = await Visitor.Register(await Given.OpenCohort(), Journey.Email);
        await held.GoToPay();
        Site.Pass(TimeSpan.FromMinutes(36));
        Site.StandIns.Faults.Stripe.Next(Fault.ServerError, EveryTry);
        await Site.EndHolds();

        var over = await held.Reload();
        await Site.EndHolds();
        var ended = await over.Reload();

        Assert.Equal("The time to pay is up", over.Heading);
        Assert.DoesNotContain("eld until", over.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Continue to payment", over.Buttons);
        Assert.Contains("We are asking our payment service whether you have paid", over.Text, StringComparison.Ordinal);
        Assert.Equal("The seat is no longer held for you", ended.Heading);
    }

    [Fact]
    public async Task A_payment_that_a_bank_works_on_after_the_seat_went_back_is_not_told_as_nothing()
    {
        var held = await Visitor.Register(await Given.OpenCohort(), Journey.Email);
        Site.StandIns.Faults.Stripe.Next(Fault.StoredServerError(workIsDone: true));
        await held.Submit("Continue to payment");
        await held.Submit("Give the seat back");
        await Stripe.PayByBank(Stripe.Sessions.Single().Id);

        var ended = await held.Reload();

        Assert.Equal(EnrollmentStatus.Expired, await Site.Db(db => db.Enrollments.Select(e => e.Status).SingleAsync()));
        Assert.Contains("Your bank is still working on that payment", ended.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Nothing was charged", ended.Text, StringComparison.Ordinal);
    }
}
