using Sweet.Web.Tests.Support;

namespace Sweet.Web.Tests.Stories.Registering;

/// <summary>Somebody typed the address first, and nobody has shown yet whose it is.</summary>
public sealed class TakenAddressTests : Story
{
    [Fact]
    public async Task The_owner_is_told_that_the_seat_is_unpaid_and_may_be_a_strangers()
    {
        var cohort = await Given.OpenCohort();
        await Site.NewVisitor().Register(cohort, Journey.Email);

        await Visitor.Register(cohort, Journey.Email);

        var mail = Assert.Single(await Site.MailsTo(Journey.Email));
        Assert.Contains("not paid yet", mail.Text, StringComparison.Ordinal);
        Assert.Contains("do not pay on its page", mail.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("nobody but you", mail.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_browser_goes_on_with_a_held_seat_and_never_opens_a_paid_one()
    {
        var cohort = await Given.OpenCohort();
        var held = await Visitor.Register(cohort, Journey.Email);
        var resumed = await Visitor.Register(cohort, Journey.Email);
        await Site.StandIns.Stripe.Pay(await held.GoToPay());

        var refused = await Visitor.Register(cohort, Journey.Email);

        Assert.Equal(held.Address, resumed.Address);
        Assert.Equal(422, refused.Status);
    }
}
