using Microsoft.EntityFrameworkCore;
using Sweet.Domain;
using Sweet.Domain.Enrollments;
using Sweet.Web.Tests.Support;

namespace Sweet.Web.Tests.Stories.Registering;

/// <summary>A stranger who still has something in hand when the owner of an address acts: a reversal, a page, a form, a last word.</summary>
public sealed class LastWordTests : PaidStory
{
    private const string Thief = "thief@clinic.example";

    private readonly Lazy<Visitor> stranger;

    public LastWordTests() => stranger = new Lazy<Visitor>(() => Site.NewVisitor());

    [Fact]
    public async Task Who_typed_an_address_over_a_proven_one_takes_nothing_back_once_its_owner_has_acted()
    {
        await stranger.Value.Register(await Given.OpenCohort(), Thief);
        var proven = await (await Site.OpenMailedLink(stranger.Value, Thief)).Submit("Make it mine alone");
        await TypeOver(proven, Journey.Email);
        var way = await ReversalLink(Thief);

        await Stripe.Pay(await (await Site.OpenMailedLink(Visitor, Journey.Email)).GoToPay());
        var late = await stranger.Value.Open(way);

        Assert.Equal((410, "This link has expired"), (late.Status, late.Heading));
        Assert.Equal((Journey.Email, EnrollmentStatus.Confirmed), await Site.Db(db => db.Enrollments.Select(e => new { e.Email, e.Status }).SingleAsync()) is { } now ? (now.Email, now.Status) : default);
    }

    [Fact]
    public async Task A_name_that_was_written_between_loading_and_paying_is_shown_before_anything_is_paid()
    {
        var held = await stranger.Value.Register(await Given.OpenCohort(), Journey.Email, form => form.Fill("First name", "Ana"));
        var owners = await Site.OpenMailedLink(Visitor, Journey.Email);
        await (await stranger.Value.Open($"{held.Address}/details/edit")).Submit(form => form.Fill("First name", "Mallory"));

        var told = await owners.Submit("Continue to payment");

        Assert.Equal(422, told.Status);
        Assert.Contains("were changed after you opened this page", told.Alert, StringComparison.Ordinal);
        Assert.Contains("Mallory", told.Text, StringComparison.Ordinal);
        Assert.Empty(Stripe.Sessions);
        Assert.Equal(410, (await held.Reload()).Status);
        Assert.NotEmpty(await told.GoToPay());
    }

    [Fact]
    public async Task So_is_one_of_a_place_that_costs_nothing()
    {
        var held = await stranger.Value.Register(await Given.OpenCohort(price: new Money(0, "USD")), Journey.Email);
        var owners = await Site.OpenMailedLink(Visitor, Journey.Email);
        await (await stranger.Value.Open($"{held.Address}/details/edit")).Submit(form => form.Fill("First name", "Mallory"));

        var told = await owners.Submit("Confirm my seat");
        var confirmed = await told.Submit("Confirm my seat");

        Assert.Equal((422, "You are enrolled"), (told.Status, confirmed.Heading));
    }

    [Fact]
    public async Task An_address_that_is_taken_back_expires_the_page_that_was_open_at_Stripe()
    {
        var held = await Visitor.Register(await Given.OpenCohort(), Journey.Email);
        await TypeOver(held, Thief);
        var session = await (await held.Reload()).GoToPay();

        await (await Site.NewVisitor().Open(await ReversalLink(Journey.Email))).Submit("Take the change back");

        Assert.Equal("expired", Stripe.Session(session).Status);
        Assert.Equal((Journey.Email, EnrollmentStatus.Held), await Site.Db(db => db.Enrollments.Select(e => new { e.Email, e.Status }).SingleAsync()) is { } now ? (now.Email, now.Status) : default);
    }

    [Fact]
    public async Task A_form_that_is_sent_by_a_link_that_has_ended_says_that_nothing_was_saved()
    {
        var held = await stranger.Value.Register(await Given.OpenCohort(), Journey.Email);
        var edit = await stranger.Value.Open($"{held.Address}/details/edit");
        await (await Site.OpenMailedLink(Visitor, Journey.Email)).Submit("Make it mine alone");

        var told = await edit.Submit(form => form.Fill("First name", "Mallory"));

        Assert.Equal((410, "This link has expired"), (told.Status, told.Heading));
        Assert.Contains("was not saved", told.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("was not saved", (await held.Reload()).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_link_that_an_earlier_address_was_mailed_says_that_it_has_expired()
    {
        var held = await Visitor.Register(await Given.OpenCohort(), Journey.Email);
        var mailed = (await Site.AllMailsTo(Journey.Email))[0].Link();
        await TypeOver(held, "other@clinic.example");

        var page = await Site.NewVisitor().Open(mailed);

        Assert.Equal((410, "This link has expired"), (page.Status, page.Heading));
    }

    [Fact]
    public async Task A_link_that_is_replaced_beside_the_mailed_one_is_not_said_to_be_mailed()
    {
        var held = await Visitor.Register(await Given.OpenCohort(), Journey.Email);

        var replaced = await (await Visitor.Open($"{held.Address}/link-replacements/new")).Submit("Replace my link");

        Assert.Contains("The link in our emails still does", replaced.Text, StringComparison.Ordinal);
        Assert.All(await Site.AllMailsTo(Journey.Email), mail => Assert.DoesNotContain(replaced.Token(), mail.Text, StringComparison.Ordinal));
    }

    private static async Task TypeOver(Page page, string email) =>
        await (await page.Click("Correct it: email address")).Submit(form => form.Fill("Email address", email));

    private async Task<string> ReversalLink(string email) => (await Site.MailsTo(email)).SelectMany(mail => mail.Text!.Split(['\n', ' ']))
        .Last(word => word.Contains("/email-change-reversals/", StringComparison.Ordinal));
}
