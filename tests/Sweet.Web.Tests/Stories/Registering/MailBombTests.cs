using Sweet.Web.Tests.Support;

namespace Sweet.Web.Tests.Stories.Registering;

/// <summary>Whatever a stranger presses again and again: an address that nobody has proven gets two mails a day of it.</summary>
public sealed class MailBombTests : PaidStory
{
    private const string Victim = "victim@clinic.example";

    [Fact]
    public async Task By_typing_the_address_over_a_seat_and_taking_that_back()
    {
        await Visitor.Register(await Given.OpenCohort(), Journey.Email);
        var page = await (await Site.OpenMailedLink(Visitor, Journey.Email)).Submit("Make it mine alone");
        for (var i = 0; i < 4; i++)
        {
            await (await Visitor.Open($"{page.Address}/details/edit")).Submit(form => form.Fill("Email address", Victim));
            await (await Visitor.Open(await LinkTo("/email-change-reversals/"))).Submit("Take the change back");
            page = await Visitor.Open((await Site.MailsTo(Journey.Email))[^1].Link());
            Site.Pass(TimeSpan.FromSeconds(2));
        }

        Assert.Equal(2, (await Site.AllMailsTo(Victim)).Count);
    }

    [Fact]
    public async Task By_replacing_the_link_of_a_place_that_was_paid_with_the_address()
    {
        var page = await Paid(email: Victim);
        var before = (await Site.AllMailsTo(Victim)).Count;
        for (var i = 0; i < 4; i++)
            page = await (await Visitor.Open($"{page.Address}/link-replacements/new")).Submit("Replace my link");

        Assert.InRange((await Site.AllMailsTo(Victim)).Count - before, 0, 1);
    }

    [Fact]
    public async Task By_bank_payments_that_fail()
    {
        var cohort = await Given.OpenCohort();
        for (var i = 0; i < 3; i++)
        {
            var session = await (await Site.NewVisitor().Register(cohort, Victim)).GoToPay();
            await Stripe.PayByBank(session);
            await Stripe.FailDelayed(session);
        }

        Assert.Equal(2, (await Site.AllMailsTo(Victim)).Count);
    }

    [Fact]
    public async Task By_asking_that_a_bank_paid_place_moves_elsewhere()
    {
        var held = await Visitor.Register(await Given.OpenCohort(), Victim);
        await Stripe.PayByBank(await held.GoToPay());
        for (var i = 0; i < 4; i++)
        {
            var ask = await Visitor.Open($"{held.Address}/email-changes/new");
            await ask.Submit(form => form.Fill("Email", $"mine{i}@clinic.example"));
        }

        Assert.Equal(2, (await Site.AllMailsTo(Victim)).Count);
    }

    [Fact]
    public async Task An_address_that_does_not_exist_makes_no_work_for_staff_until_money_is_in_it()
    {
        var held = await Visitor.Register(await Given.OpenCohort(), Victim);
        await Site.StandIns.MailEvents.Bounce((await Site.AllMailsTo(Victim))[^1]);

        Assert.Empty(await Cases());
        Assert.Empty(await Site.MailsTo("staff@clinic.example"));
        Assert.Contains("came back", (await held.Reload()).Text, StringComparison.Ordinal);

        await Stripe.Pay(await (await held.Reload()).GoToPay());
        await Site.StandIns.MailEvents.Bounce((await Site.AllMailsTo(Victim))[^1]);
        Assert.Single(await Cases());
    }

    private async Task<string> LinkTo(string path) => (await Site.MailsTo(Journey.Email)).SelectMany(mail => mail.Text!.Split(['\n', ' ']))
        .Last(word => word.Contains(path, StringComparison.Ordinal));
}
