using Microsoft.EntityFrameworkCore;
using Sweet.Domain.Enrollments;
using Sweet.Web.Tests.Support;

namespace Sweet.Web.Tests.Stories.Messages;

/// <summary>A link that somebody else has is replaced, and shows nothing any more.</summary>
public sealed class LinkReplacementTests : Story
{
    [Fact]
    public async Task The_browser_goes_on_at_the_new_link_and_the_old_one_says_so_on_every_page()
    {
        var enrollment = await Given.ConfirmedEnrollment(await Given.OpenCohort(), Journey.Email);
        var old = $"/enrollments/{enrollment.LinkToken}";

        var ask = await (await Visitor.Open(old)).Click("replace your link");
        var page = await ask.Submit("Replace my link");

        Assert.Equal([303, 200], page.Statuses);
        Assert.Equal("You are enrolled", page.Heading);
        Assert.NotEqual(enrollment.LinkToken, page.Token());
        foreach (var path in (string[])["", "/details/edit", "/receipt", "/calendar.ics", "/email-changes/new", "/link-replacements/new"])
        {
            var gone = await Site.NewVisitor().Open(old + path);
            Assert.Equal((410, "This link has expired"), (gone.Status, gone.Heading));
            Assert.DoesNotContain(Journey.Email, gone.Body, StringComparison.Ordinal);
            Assert.DoesNotContain(enrollment.Number, gone.Body, StringComparison.Ordinal);
            Assert.Equal("/my-enrollments", gone.Link("Email me my links"));
        }
    }

    [Fact]
    public async Task The_new_links_are_mailed_and_the_old_ones_are_kept_as_hashes_only()
    {
        var enrollment = await Given.ConfirmedEnrollment(await Given.OpenCohort(), Journey.Email);

        var page = await Replace(enrollment.LinkToken);

        var mail = Assert.Single(await Site.MailsTo(Journey.Email));
        var saved = await Site.Db(db => db.Enrollments.SingleAsync());
        Assert.Contains($"/enrollments/{page.Token()}", mail.Text, StringComparison.Ordinal);
        Assert.Contains($"/calendars/{saved.CalendarToken}.ics", mail.Text, StringComparison.Ordinal);
        var hashes = await Site.Db(db => db.RetiredLinks.Select(l => l.TokenHash).ToListAsync());
        Assert.Equal(new[] { RetiredLink.HashOf(enrollment.LinkToken), RetiredLink.HashOf(enrollment.CalendarToken) }.Order(), hashes.Order());
    }

    [Fact]
    public async Task The_calendar_address_is_replaced_along_with_it()
    {
        var enrollment = await Given.ConfirmedEnrollment(await Given.OpenCohort());

        await Replace(enrollment.LinkToken);

        var saved = await Site.Db(db => db.Enrollments.SingleAsync());
        Assert.Equal(410, (await Visitor.Open($"/calendars/{enrollment.CalendarToken}.ics")).Status);
        Assert.Equal(200, (await Visitor.Open($"/calendars/{saved.CalendarToken}.ics")).Status);
    }

    [Fact]
    public async Task Pressed_twice_it_is_replaced_once_and_the_second_press_is_told_where_the_new_link_is()
    {
        var enrollment = await Given.ConfirmedEnrollment(await Given.OpenCohort(), Journey.Email);
        var page = await Visitor.Open($"/enrollments/{enrollment.LinkToken}/link-replacements/new");

        var answers = await Task.WhenAll(page.Submit(), page.Submit());
        var late = await page.Submit();

        Assert.Equal(["You are enrolled", "Your new link is on its way"], answers.Select(a => a.Heading).OrderByDescending(h => h.Contains("enrolled", StringComparison.Ordinal)));
        Assert.Equal([303, 200], late.Statuses);
        Assert.Equal(("Your new link is on its way", "/link-replacements/sent"), (late.Heading, late.Address));
        Assert.DoesNotContain(enrollment.Number, late.Body, StringComparison.Ordinal);
        Assert.DoesNotContain(Journey.Email, late.Body, StringComparison.Ordinal);
        Assert.Single(await Site.MailsTo(Journey.Email));
    }

    [Fact]
    public async Task A_press_with_a_link_that_never_was_finds_nothing()
    {
        var enrollment = await Given.ConfirmedEnrollment(await Given.OpenCohort());
        var page = await Visitor.Open($"/enrollments/{enrollment.LinkToken}/link-replacements/new");
        var fields = page.MainForm.FieldsWith(null);

        Assert.Equal(404, (await Visitor.Post("/enrollments/00000000000000000000000000/link-replacements", fields)).Status);
    }

    [Fact]
    public async Task The_browser_that_took_the_seat_is_not_led_to_the_new_link()
    {
        var cohort = await Given.OpenCohort();
        var stranger = Site.NewVisitor();
        var held = await stranger.Register(cohort, Journey.Email);
        var replaced = await Replace(held.Token());

        var form = await stranger.Open($"/cohorts/{cohort.Reference}/enrollments/new");
        var again = await stranger.Register(cohort, Journey.Email);

        Assert.Equal("/enrollments/" + replaced.Token(), replaced.Address);
        Assert.DoesNotContain(replaced.Token(), form.Body, StringComparison.Ordinal);
        Assert.Equal(422, again.Status);
    }

    [Fact]
    public async Task A_post_with_the_old_link_changes_nothing()
    {
        var enrollment = await Given.ConfirmedEnrollment(await Given.OpenCohort());
        var edit = await Visitor.Open($"/enrollments/{enrollment.LinkToken}/details/edit");
        await Replace(enrollment.LinkToken);

        var refused = await edit.Submit(form => form.Fill("First name", "Thief"));

        Assert.Equal(410, refused.Status);
        Assert.NotEqual("Thief", await Site.Db(db => db.Enrollments.Select(e => e.FirstName).SingleAsync()));
    }

    [Fact]
    public async Task Whoever_asked_for_another_address_by_the_old_link_does_not_get_it()
    {
        var enrollment = await Given.ConfirmedEnrollment(await Given.OpenCohort(), Journey.Email);
        await (await Visitor.Open($"/enrollments/{enrollment.LinkToken}/email-changes/new")).Submit(form => form.Fill("Email", "thief@clinic.example"));
        var mail = Assert.Single(await Site.MailsTo("thief@clinic.example"));
        await Replace(enrollment.LinkToken);

        var link = mail.Text!.Split(['\n', ' ']).Single(word => word.Contains("/email-changes/", StringComparison.Ordinal));

        Assert.Equal(410, (await Visitor.Open(link)).Status);
    }

    [Fact]
    public async Task Coming_back_from_Stripe_by_a_replaced_link_settles_and_shows_nothing()
    {
        var held = await Visitor.Register(await Given.OpenCohort(), Journey.Email);
        var session = await held.GoToPay();
        await Replace(held.Token());
        Site.StandIns.Webhooks.HoldBack();
        await Site.StandIns.Stripe.Pay(session);

        var back = await Visitor.Open(Site.StandIns.Stripe.Session(session).SuccessUrl!);

        Assert.Equal((410, "You are back from the payment page"), (back.Status, back.Heading));
        Assert.DoesNotContain(Journey.Email, back.Body, StringComparison.Ordinal);
        Assert.Equal(EnrollmentStatus.Confirmed, await Site.Db(db => db.Enrollments.Select(e => e.Status).SingleAsync()));
    }

    private async Task<Page> Replace(string token) => await (await Visitor.Open($"/enrollments/{token}/link-replacements/new")).Submit("Replace my link");
}
