using Microsoft.EntityFrameworkCore;
using Sweet.Domain.Cases;
using Sweet.Domain.Courses;
using Sweet.Domain.Enrollments;
using Sweet.Web.Email.Letters.Enrollments;
using Sweet.Web.Tests.Email;
using Sweet.Web.Tests.Support;

namespace Sweet.Web.Tests.Stories.Messages;

/// <summary>The address of an enrollment, corrected while held and moved by a link later.</summary>
public sealed class EmailChangeTests : MailStory
{
    private const string New = "ana.new@clinic.example";

    [Fact]
    public async Task A_link_to_the_new_address_moves_the_mails_there_and_the_old_one_is_told()
    {
        var enrollment = await Confirmed();

        var asked = await Ask(enrollment, New);
        Assert.Equal([303, 200], asked.Statuses);
        Assert.Contains($"We emailed a link to {New}", asked.Text, StringComparison.Ordinal);
        Assert.Equal(Journey.Email, await Address(enrollment));

        var notice = Assert.Single(await Site.MailsTo(Journey.Email));
        Assert.Contains("/link-replacements/new", notice.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(New, notice.Text, StringComparison.Ordinal);
        var toNew = Assert.Single(await Site.MailsTo(New));
        Assert.DoesNotContain(enrollment.LinkToken, toNew.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Ortiz", toNew.Text, StringComparison.Ordinal);

        var opened = await Site.NewVisitor().Open(await LinkToNew());
        Assert.Equal(Journey.Email, await Address(enrollment));
        var made = await opened.Submit("Yes, use this address");

        Assert.Equal("We now use this address", made.Heading);
        Assert.Equal(New, await Address(enrollment));
        Assert.Contains(enrollment.LinkToken, (await Site.MailsTo(New))[^1].Text, StringComparison.Ordinal);
        Assert.Single((await Site.MailsTo(New))[^1].Attachments);
    }

    [Fact]
    public async Task Pressed_twice_it_is_one_change_and_one_mail()
    {
        var enrollment = await Confirmed();
        await Ask(enrollment, New);
        await Ask(enrollment, New);
        var link = await Visitor.Open(await LinkToNew());

        await link.Submit();
        var again = await link.Submit();

        Assert.Equal("We now use this address", again.Heading);
        Assert.Equal(2, (await Site.MailsTo(New)).Count);
        var toOld = await Site.MailsTo(Journey.Email);
        Assert.Equal(["is about to change", "was changed"], toOld.Select(mail => mail.Subject.Contains("was changed", StringComparison.Ordinal) ? "was changed" : "is about to change"));
        Assert.DoesNotContain(enrollment.LinkToken, toOld[^1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_newer_wish_takes_the_place_of_the_older()
    {
        var enrollment = await Confirmed();
        await Ask(enrollment, "slip@clinic.example");
        await Site.SendMail();
        var older = LinkIn(Site.StandIns.Inbox.To("slip@clinic.example").Single().Text!);
        Site.Pass(TimeSpan.FromMinutes(1));
        await Ask(enrollment, New);

        var gone = await Visitor.Open(older);
        await (await Visitor.Open(await LinkToNew())).Submit();

        Assert.Equal((410, "This link has expired"), (gone.Status, gone.Heading));
        Assert.False(gone.HasForm);
        Assert.Equal(New, await Address(enrollment));
    }

    [Fact]
    public async Task After_a_day_the_link_is_over()
    {
        var enrollment = await Confirmed();
        await Ask(enrollment, New);
        var link = await LinkToNew();
        var page = await Visitor.Open(link);

        Site.Pass(TimeSpan.FromDays(1));
        var late = await page.Submit();

        Assert.Equal(410, late.Status);
        Assert.Equal(Journey.Email, await Address(enrollment));
        Assert.DoesNotContain(New, (await Visitor.Open($"/enrollments/{enrollment.LinkToken}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_address_with_a_place_of_its_own_is_asked_like_any_other_and_refused_to_its_owner_only()
    {
        var cohort = await Given.OpenCohort();
        var enrollment = await Given.ConfirmedEnrollment(cohort, Journey.Email);
        await Given.ConfirmedEnrollment(cohort, New);

        var known = await Ask(enrollment, New);
        var refused = await (await Visitor.Open(await LinkToNew())).Submit();

        Assert.Contains($"We emailed a link to {New}", known.Text, StringComparison.Ordinal);
        Assert.Equal(422, refused.Status);
        Assert.Contains("each person needs an address of their own", refused.Alert, StringComparison.Ordinal);
        Assert.Equal(Journey.Email, await Address(enrollment));
    }

    [Fact]
    public async Task Two_who_want_the_same_new_address_at_once_do_not_both_get_it()
    {
        var cohort = await Given.OpenCohort();
        var (first, second) = (await Given.ConfirmedEnrollment(cohort), await Given.ConfirmedEnrollment(cohort));
        await Ask(first, New);
        await Ask(second, New);
        await Site.SendMail();
        var links = Site.StandIns.Inbox.To(New).Select(mail => LinkIn(mail.Text!)).ToList();
        var pages = await Task.WhenAll(links.Select(link => Site.NewVisitor().Open(link)));

        var answers = await Task.WhenAll(pages.Select(page => page.Submit()));

        Assert.Equal([200, 422], answers.Select(a => a.Status).Order());
        Assert.Equal(1, await Site.Db(db => db.Enrollments.CountAsync(e => e.EmailKey == New)));
    }

    [Fact]
    public async Task Nonsense_and_the_same_address_are_refused_beside_the_field()
    {
        var enrollment = await Confirmed();

        var same = await Ask(enrollment, Journey.Email);
        var empty = await Ask(enrollment, "");
        var malformed = await Ask(enrollment, "ana.clinic");

        Assert.All([same, empty, malformed], page => Assert.Equal((422, true), (page.Status, page.ProblemOf("Email").Length > 0)));
        Assert.Empty(await Site.Db(db => db.EmailChanges.ToListAsync()));
    }

    [Fact]
    public async Task A_corrected_address_gets_what_had_come_back_once_and_the_case_is_closed()
    {
        var enrollment = await Confirmed();
        await Mail.Tell(enrollment.Id, (outbox, e) => outbox.Tell(new EnrollmentConfirmedLetter(e), Site.Now));
        await Site.StandIns.MailEvents.Bounce(Assert.Single(await Site.MailsTo(Journey.Email)));
        var page = await Visitor.Open($"/enrollments/{enrollment.LinkToken}");

        await (await page.Click("Correct the address")).Submit(form => form.Fill("Email", New));
        await (await Visitor.Open(await LinkToNew())).Submit();

        var told = (await Site.MailsTo(New)).Where(m => m.Subject.Contains("You are enrolled", StringComparison.Ordinal));
        Assert.Contains(enrollment.LinkToken, Assert.Single(told).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("came back", (await page.Reload()).Text, StringComparison.Ordinal);
        Assert.Equal(CaseResolution.Noted, (await Site.Db(db => db.OpenCases.SingleAsync())).Resolution);
    }

    [Fact]
    public async Task A_held_seat_whose_mail_came_back_gets_its_link_at_the_typed_address()
    {
        var held = await Visitor.Register(await Given.OpenCohort(), "anna@clinic.example");
        await (await Visitor.Open("/my-enrollments")).Submit(form => form.Fill("Email", "anna@clinic.example"));
        await Site.StandIns.MailEvents.Bounce(Assert.Single(await Site.MailsTo("anna@clinic.example")));

        var edit = await (await held.Reload()).Click("Correct the address");
        await edit.Submit(form => form.Fill("Email address", New));

        Assert.Equal(held.Heading, (await Site.NewVisitor().Open(Assert.Single(await Site.MailsTo(New)).Link())).Heading);
    }

    [Fact]
    public async Task A_link_that_came_back_from_the_new_address_is_told_on_the_page_and_makes_no_case()
    {
        var enrollment = await Confirmed();
        await Ask(enrollment, New);
        await Site.StandIns.MailEvents.Bounce(Assert.Single(await Site.MailsTo(New)));

        var page = await Visitor.Open($"/enrollments/{enrollment.LinkToken}");

        Assert.Contains("Try another address", page.Links);
        Assert.Empty(await Site.Db(db => db.OpenCases.ToListAsync()));
    }

    [Fact]
    public async Task A_held_or_ended_enrollment_has_no_such_page()
    {
        var cohort = await Given.OpenCohort();
        var held = await Given.Enrollment(cohort);
        var ended = await Given.Enrollment(cohort, change: (c, e) => c.Release(e, ExpiryReason.GivenBack, Sweet.Domain.Actor.Student, Site.Now));

        foreach (var one in (Enrollment[])[held, ended])
            Assert.Equal(404, (await Visitor.Open($"/enrollments/{one.LinkToken}/email-changes/new")).Status);
    }

    private async Task<Enrollment> Confirmed() => await Given.ConfirmedEnrollment(await Given.OpenCohort(), Journey.Email);

    private async Task<Page> Ask(Enrollment enrollment, string email) =>
        await (await Visitor.Open($"/enrollments/{enrollment.LinkToken}/email-changes/new")).Submit(form => form.Fill("Email", email));

    private Task<string> Address(Enrollment enrollment) => Site.Db(db => db.Enrollments.Where(e => e.Id == enrollment.Id).Select(e => e.Email).SingleAsync());

    private async Task<string> LinkToNew() => LinkIn((await Site.MailsTo(New)).First(m => m.Subject.Contains("confirm", StringComparison.Ordinal)).Text!);

    private static string LinkIn(string text) => text.Split(['\n', ' ']).Single(word => word.Contains("/email-changes/", StringComparison.Ordinal));
}
