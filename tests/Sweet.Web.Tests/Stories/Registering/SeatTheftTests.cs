using Microsoft.EntityFrameworkCore;
using Sweet.Domain.Cases;
using Sweet.Domain.Courses;
using Sweet.Domain.Enrollments;
using Sweet.Sandbox.Faults;
using Sweet.Web.Tests.Support;

namespace Sweet.Web.Tests.Stories.Registering;

/// <summary>A stranger registers with an address, and then its owner acts by a link that was emailed to it.</summary>
public sealed class SeatTheftTests : PaidStory
{
    private readonly Lazy<Visitor> stranger;

    public SeatTheftTests() => stranger = new Lazy<Visitor>(() => Site.NewVisitor());

    [Fact]
    public async Task Who_registered_cannot_write_another_person_into_a_place_that_its_owner_pays()
    {
        var held = await RegisteredByStranger();
        var edit = await stranger.Value.Open($"{held.Address}/details/edit");
        var owners = await Site.OpenMailedLink(Visitor, Journey.Email);
        var session = await owners.GoToPay();

        var refused = await edit.Submit(form => form.Fill("First name", "Thief").Fill("Email address", "thief@evil.example"));
        await Stripe.Pay(session);

        Assert.Equal(410, refused.Status);
        var enrollment = await Site.Db(db => db.Enrollments.SingleAsync());
        Assert.Equal(("Ana", Journey.Email, EnrollmentStatus.Confirmed), (enrollment.FirstName, enrollment.Email, enrollment.Status));
        Assert.Equal("You are enrolled", (await owners.Reload()).Heading);
        Assert.NotEmpty(await Subjects());
    }

    [Theory]
    [InlineData("")]
    [InlineData("/details/edit")]
    [InlineData("/receipt")]
    [InlineData("/calendar.ics")]
    [InlineData("/withdrawal/new")]
    [InlineData("/link-replacements/new")]
    [InlineData("/email-changes/new")]
    public async Task Once_the_owner_has_acted_the_link_of_who_registered_shows_nothing(string page)
    {
        var held = await RegisteredByStranger();
        await Stripe.Pay(await held.GoToPay());
        var owners = await Site.OpenMailedLink(Visitor, Journey.Email);

        var mine = await owners.Submit("Make it mine alone");
        var gone = await stranger.Value.Open(held.Address + page);

        Assert.Equal("You are enrolled", mine.Heading);
        Assert.DoesNotContain("Make it mine alone", mine.Buttons);
        Assert.Equal((410, "This link has expired"), (gone.Status, gone.Heading));
        Assert.DoesNotContain(mine.Token(), gone.Body, StringComparison.Ordinal);
        Assert.Equal(200, (await Visitor.Open((await Site.MailsTo(Journey.Email))[0].Link())).Status);
    }

    /// <summary>Whatever is pressed on the page of an emailed link makes it the only one, first.</summary>
    [Theory]
    [InlineData("checkouts")]
    [InlineData("confirmations")]
    [InlineData("details")]
    [InlineData("email-changes")]
    [InlineData("link-replacements")]
    [InlineData("renewals")]
    [InlineData("seat-returns")]
    [InlineData("withdrawal")]
    [InlineData("address-proofs")]
    public async Task Every_button_behind_the_mailed_link_ends_the_other_one(string action)
    {
        var held = await RegisteredByStranger();
        var owners = await Site.OpenMailedLink(Visitor, Journey.Email);
        var token = owners.MainForm.FieldsWith(null).Where(f => f.Key == "__RequestVerificationToken");

        await Visitor.Post($"{owners.Address}/{action}", token);

        Assert.Equal(410, (await stranger.Value.Open(held.Address)).Status);
        Assert.NotNull(await Site.Db(db => db.Enrollments.Where(e => e.EmailKey == Journey.Email).OrderBy(e => e.Id).Select(e => e.AddressProvenAtUtc).FirstAsync()));
    }

    [Fact]
    public async Task Opening_the_mailed_link_alone_ends_nothing()
    {
        var held = await RegisteredByStranger();

        await Site.OpenMailedLink(Visitor, Journey.Email);

        Assert.Equal(200, (await held.Reload()).Status);
    }

    [Fact]
    public async Task The_payment_page_of_who_registered_is_expired_first()
    {
        var held = await RegisteredByStranger();
        var session = await held.GoToPay();

        await (await Site.OpenMailedLink(Visitor, Journey.Email)).Submit("Make it mine alone");

        Assert.Equal("expired", Stripe.Session(session).Status);
        Assert.Equal(EnrollmentStatus.Held, await Site.Db(db => db.Enrollments.Select(e => e.Status).SingleAsync()));
    }

    [Fact]
    public async Task While_Stripe_is_silent_nothing_is_taken_over_and_the_button_works_again()
    {
        Site.With("Stripe:NetworkRetries", "0");
        var held = await RegisteredByStranger();
        await held.GoToPay();
        var owners = await Site.OpenMailedLink(Visitor, Journey.Email);
        Site.StandIns.Faults.Stripe.Next(Fault.ServerError);

        var silent = await owners.Submit("Make it mine alone");
        var again = await owners.Submit("Make it mine alone");

        Assert.Equal((503, 200), (silent.Status, again.Status));
        Assert.Equal(410, (await held.Reload()).Status);
    }

    [Fact]
    public async Task Who_registered_cannot_withdraw_what_the_owner_has_paid()
    {
        var held = await RegisteredByStranger();
        await Stripe.Pay(await (await Site.OpenMailedLink(Visitor, Journey.Email)).GoToPay());

        var withdrawal = await stranger.Value.Open($"{held.Address}/withdrawal/new");

        Assert.Equal(410, withdrawal.Status);
        Assert.Equal(EnrollmentStatus.Confirmed, await Site.Db(db => db.Enrollments.Select(e => e.Status).SingleAsync()));
    }

    [Fact]
    public async Task Replacing_the_link_by_the_one_of_who_registered_takes_nothing_from_the_mailed_one()
    {
        var held = await RegisteredByStranger();
        var owners = await Site.OpenMailedLink(Visitor, Journey.Email);

        var replaced = await (await stranger.Value.Open($"{held.Address}/link-replacements/new")).Submit("Replace my link");
        var mine = await owners.Submit("Make it mine alone");

        Assert.Equal(200, mine.Status);
        Assert.Equal(410, (await replaced.Reload()).Status);
    }

    [Fact]
    public async Task The_owner_is_shown_what_was_typed_and_corrects_it()
    {
        await RegisteredByStranger(form => form.Fill("First name", "Somebody"));
        var owners = await (await Site.OpenMailedLink(Visitor, Journey.Email)).Submit("Make it mine alone");

        var saved = await (await owners.Click("Change name")).Submit(form => form.Fill("First name", "Ana"));

        Assert.Contains("Somebody", owners.Text, StringComparison.Ordinal);
        Assert.Contains("Ana Ortiz", saved.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_bank_payment_of_who_registered_does_not_lock_the_owner_out_and_becomes_a_case_if_the_person_is_another()
    {
        var cohort = await Given.OpenCohort();
        var held = await stranger.Value.Register(cohort, Journey.Email, form => form.Fill("First name", "Thief"));
        var session = await held.GoToPay();
        await Stripe.PayByBank(session);

        var refused = await Visitor.Register(cohort, Journey.Email);
        var mail = Assert.Single(await Site.MailsTo(Journey.Email));
        Site.Pass(TimeSpan.FromMinutes(1));
        var owners = await (await Visitor.Open(mail.Link())).Submit("Make it mine alone");
        await (await Visitor.Open($"{owners.Address}/details/edit")).Submit(form => form.Fill("First name", "Ana"));
        await Stripe.SucceedDelayed(session);

        Assert.Equal(422, refused.Status);
        Assert.Contains("a bank is processing it", mail.Text, StringComparison.Ordinal);
        Assert.Contains("Make it mine alone", mail.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Thief", mail.Text, StringComparison.Ordinal);
        Assert.Equal(OpenCaseKind.PaidForAnother, Assert.Single(await Cases()).Kind);
        Assert.Equal(1, await SeatsTaken(cohort));
        Assert.Equal(410, (await held.Reload()).Status);
    }

    [Fact]
    public async Task An_honest_student_pays_in_the_browser_and_keeps_the_place_by_the_mailed_link()
    {
        var page = await Paid();
        var mailed = await Site.NewVisitor().Open((await Mail("You are enrolled")).Link());

        Assert.Equal(("You are enrolled", "You are enrolled"), (page.Heading, mailed.Heading));
        Assert.NotEqual(page.Token(), mailed.Token());
        Assert.Empty(await Cases());
    }

    private async Task<Page> RegisteredByStranger(Action<PageForm>? change = null, Cohort? cohort = null) =>
        await stranger.Value.Register(cohort ?? await Given.OpenCohort(), Journey.Email, change);
}
