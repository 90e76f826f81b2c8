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
        Assert.Contains("has not been paid for yet", mail.Text, StringComparison.Ordinal);
        Assert.Contains("Don’t pay on its page before", mail.Text, StringComparison.Ordinal);
        Assert.Contains("Make it mine alone", (await Visitor.Open(mail.Link())).Buttons);
        Assert.DoesNotContain("no one but you received it", mail.Text, StringComparison.Ordinal);
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

    [Fact]
    public async Task Typed_over_a_held_seat_a_known_address_is_answered_as_at_registration_and_its_owner_is_told()
    {
        var cohort = await Given.OpenCohort();
        await Given.ConfirmedEnrollment(cohort, "owner@clinic.example");
        var held = await Visitor.Register(cohort, Journey.Email);
        var edit = await Visitor.Open($"{held.Address}/details/edit");

        var answers = new List<Page>();
        for (var i = 0; i < 3; i++) answers.Add(await edit.Submit(form => form.Fill("Email address", "Owner@clinic.example")));
        var registering = await Site.NewVisitor().Register(cohort, "owner@clinic.example");

        Assert.All(answers, answer => Assert.Equal(422, answer.Status));
        Assert.All(answers, answer => Assert.Equal(registering.Problems, answer.Problems));
        var mail = Assert.Single(await Site.MailsTo("owner@clinic.example"));
        Assert.Contains("already has a seat", mail.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(held.Token(), mail.Text, StringComparison.Ordinal);
    }
}
