using Microsoft.EntityFrameworkCore;
using Sweet.Domain.Enrollments;
using Sweet.Sandbox.Faults;
using Sweet.Web.Tests.Email;
using Sweet.Web.Tests.Support;

namespace Sweet.Web.Tests.Stories.Messages;

/// <summary>Somebody with the link moves the address within seconds; whoever reads the old address takes it back.</summary>
public sealed class EmailChangeReversalTests : MailStory
{
    private const string Thief = "thief@clinic.example";
    private const string Thief2 = "thief2@clinic.example";

    private Visitor Owner => field ??= Site.NewVisitor();

    [Fact]
    public async Task The_owner_gets_address_and_page_back_and_the_thief_gets_nothing()
    {
        var (enrollment, link) = await Stolen();

        var page = await Owner.Open(link);
        Assert.Equal((200, "Undo the change of address?"), (page.Status, page.Heading));
        Assert.DoesNotContain("thief", page.Body, StringComparison.Ordinal);
        Assert.DoesNotContain(enrollment.LinkToken, page.Body, StringComparison.Ordinal);
        Assert.Equal(Thief, await Address());
        var done = await page.Submit("Take the change back");

        Assert.Equal([303, 200], done.Statuses);
        Assert.Equal("We’re using your address again", done.Heading);
        Assert.Equal(Journey.Email, await Address());
        var token = await Token();
        Assert.NotEqual(enrollment.LinkToken, token);
        Assert.Contains($"/enrollments/{token}", (await Site.MailsTo(Journey.Email))[^1].Text, StringComparison.Ordinal);
        Assert.All(await Site.MailsTo(Thief), mail => Assert.DoesNotContain(token, mail.Text, StringComparison.Ordinal));
        Assert.Equal(410, (await Site.NewVisitor().Open($"/enrollments/{enrollment.LinkToken}")).Status);
        Assert.Equal(410, (await Site.NewVisitor().Open($"/calendars/{enrollment.CalendarToken}.ics")).Status);
        Assert.Equal("You are enrolled", (await Owner.Open($"/enrollments/{token}")).Heading);
    }

    [Fact]
    public async Task Opening_the_link_changes_nothing_and_the_token_is_kept_as_a_hash_only()
    {
        var (_, link) = await Stolen();

        await Owner.Open(link);

        var change = await Site.Db(db => db.EmailChanges.SingleAsync());
        Assert.Null(change.ReversedAtUtc);
        Assert.Equal(RetiredLink.HashOf(link.Split('/')[^1]), change.ReversalHash);
        Assert.Equal(Thief, await Address());
    }

    [Fact]
    public async Task Pressed_twice_and_at_once_it_is_taken_back_once_and_mailed_once()
    {
        var (_, link) = await Stolen();
        var pages = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Site.NewVisitor().Open(link)));

        var answers = await Task.WhenAll(pages.Select(page => page.Submit("Take the change back")));
        var again = await pages[0].Submit("Take the change back");

        Assert.All([.. answers, again], answer => Assert.Equal("We’re using your address again", answer.Heading));
        Assert.Single(await Site.MailsTo(Journey.Email), mail => mail.Subject.Contains("Your new link", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_the_thief_has_changed_or_asked_for_since_is_over()
    {
        var (enrollment, link) = await Stolen();
        Site.Pass(TimeSpan.FromHours(1));
        await Move(enrollment.LinkToken, Thief2);
        var thiefsWay = await ReversalLink(Thief);
        Site.Pass(TimeSpan.FromHours(1));
        await Ask(enrollment.LinkToken, "thief3@clinic.example");
        var wish = await WishLink("thief3@clinic.example");

        await (await Owner.Open(link)).Submit("Take the change back");

        Assert.Equal(Journey.Email, await Address());
        Assert.Equal((410, "This link has expired"), await Seen(thiefsWay));
        Assert.Equal((410, "This link has expired"), await Seen(wish));
        Assert.Equal(Journey.Email, await Address());
    }

    [Fact]
    public async Task Even_if_the_thief_has_replaced_the_link_since()
    {
        var (enrollment, link) = await Stolen();
        var replaced = await (await Visitor.Open($"/enrollments/{enrollment.LinkToken}/link-replacements/new")).Submit("Replace my link");

        await (await Owner.Open(link)).Submit("Take the change back");

        Assert.Equal(410, (await replaced.Reload()).Status);
        Assert.Equal(Journey.Email, await Address());
    }

    [Fact]
    public async Task After_a_day_it_is_too_late()
    {
        var (_, link) = await Stolen();
        var page = await Owner.Open(link);

        Site.Pass(TimeSpan.FromDays(1));
        var late = await page.Submit("Take the change back");

        Assert.Equal((410, "This link has expired"), (late.Status, late.Heading));
        Assert.False(late.HasForm);
        Assert.Equal(Thief, await Address());
    }

    [Fact]
    public async Task An_old_address_that_has_taken_another_place_meanwhile_keeps_that_one()
    {
        var (enrollment, link) = await Stolen();
        var cohort = await Site.Db(db => db.Cohorts.SingleAsync());
        await Given.ConfirmedEnrollment(cohort, Journey.Email);

        var refused = await (await Owner.Open(link)).Submit("Take the change back");

        Assert.Equal(422, refused.Status);
        Assert.Contains("each person needs an address of their own", refused.Alert, StringComparison.Ordinal);
        Assert.Equal(Thief, await Site.Db(db => db.Enrollments.Where(e => e.Id == enrollment.Id).Select(e => e.Email).SingleAsync()));
    }

    [Fact]
    public async Task An_unpaid_seat_in_the_owners_name_does_not_keep_the_owner_out()
    {
        var (enrollment, link) = await Stolen();
        var unpaid = await Site.NewVisitor().Register(await Site.Db(db => db.Cohorts.SingleAsync()), Journey.Email);

        await (await Owner.Open(link)).Submit("Take the change back");

        Assert.DoesNotContain("You gave the seat back", (await unpaid.Reload()).Text, StringComparison.Ordinal);
        Assert.Equal(Journey.Email, await Site.Db(db => db.Enrollments.Where(e => e.Id == enrollment.Id).Select(e => e.Email).SingleAsync()));
        Assert.Equal(EnrollmentStatus.Expired, await Site.Db(db => db.Enrollments.Where(e => e.Id != enrollment.Id).Select(e => e.Status).SingleAsync()));
    }

    [Fact]
    public async Task An_owner_who_moves_the_address_back_on_the_page_leaves_the_thief_no_way()
    {
        var (enrollment, _) = await Stolen();
        Site.Pass(TimeSpan.FromHours(1));

        await Move(enrollment.LinkToken, Journey.Email);

        Assert.Equal(Journey.Email, await Address());
        Assert.DoesNotContain(await Site.MailsTo(Thief), mail => mail.Text!.Contains("/email-change-reversals/", StringComparison.Ordinal));
        Assert.Equal(410, (await Site.NewVisitor().Open($"/enrollments/{enrollment.LinkToken}")).Status);
    }

    [Fact]
    public async Task A_thief_who_moves_on_and_back_does_not_end_the_owners_way()
    {
        var (enrollment, link) = await Stolen();
        await Move(enrollment.LinkToken, "second.thief@clinic.example");
        Site.Pass(TimeSpan.FromMinutes(2));
        await Move(enrollment.LinkToken, Thief);

        await (await Owner.Open(link)).Submit("Take the change back");

        Assert.Equal(Journey.Email, await Address());
    }

    [Fact]
    public async Task While_Stripe_is_silent_an_unpaid_seat_in_the_owners_name_is_told_as_a_place()
    {
        var (_, link) = await Stolen();
        await (await Site.NewVisitor().Register(await Site.Db(db => db.Cohorts.SingleAsync()), Journey.Email)).GoToPay();
        Site.StandIns.Faults.Stripe.Always(Fault.RateLimited());

        var refused = await (await Owner.Open(link)).Submit("Take the change back");

        Assert.Equal(422, refused.Status);
    }

    [Fact]
    public async Task Somebody_who_guesses_gets_the_same_answer_as_one_who_is_late()
    {
        await Stolen();

        Assert.Equal((410, "This link has expired"), await Seen("/email-change-reversals/00000000000000000000000000"));
    }

    private async Task<(Enrollment Enrollment, string Link)> Stolen()
    {
        var enrollment = await Given.ConfirmedEnrollment(await Given.OpenCohort(), Journey.Email);
        await Move(enrollment.LinkToken, Thief);
        return (enrollment, await ReversalLink(Journey.Email));
    }

    private async Task Move(string token, string email)
    {
        await Ask(token, email);
        await (await Visitor.Open(await WishLink(email))).Submit("Yes, use this address");
    }

    private async Task Ask(string token, string email) =>
        await (await Visitor.Open($"/enrollments/{token}/email-changes/new")).Submit(form => form.Fill("Email", email));

    private async Task<string> WishLink(string email) => await LinkTo("/email-changes/", email);

    private async Task<string> ReversalLink(string email) => await LinkTo("/email-change-reversals/", email);

    private async Task<string> LinkTo(string path, string email) =>
        (await Site.MailsTo(email)).SelectMany(mail => mail.Text!.Split(['\n', ' '])).Last(word => word.Contains(path, StringComparison.Ordinal));

    private async Task<(int, string)> Seen(string link)
    {
        var page = await Site.NewVisitor().Open(link);
        return (page.Status, page.Heading);
    }

    private Task<string> Address() => Site.Db(db => db.Enrollments.Select(e => e.Email).SingleAsync());

    private Task<string> Token() => Site.Db(db => db.Enrollments.Select(e => e.LinkToken).SingleAsync());
}
