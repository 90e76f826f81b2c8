using Microsoft.EntityFrameworkCore;
using Sweet.Domain.Enrollments;
using Sweet.Web.Tests.Support;

namespace Sweet.Web.Tests.Stories.Students;

public sealed class EnrollmentPageTests : Story
{
    [Fact]
    public async Task The_join_link_appears_a_quarter_of_an_hour_before_the_class_and_goes_with_it()
    {
        var cohort = await Given.OpenCohort(change: c => c.SetJoinUrl(c.Meetings[0], "https://meet.example/ipt", Site.Now));
        var enrollment = await Given.ConfirmedEnrollment(cohort);
        var address = $"/enrollments/{enrollment.LinkToken}";

        Site.Pass(cohort.FirstClassAtUtc - TimeSpan.FromMinutes(16) - Site.Now);
        var early = await Visitor.Open(address);
        Site.Pass(TimeSpan.FromMinutes(1));
        var near = await Visitor.Open(address);
        Site.Pass(TimeSpan.FromHours(3));
        var over = await Visitor.Open(address);

        Assert.DoesNotContain("join the class", early.Links);
        Assert.Equal("https://meet.example/ipt", near.Link("join the class"));
        Assert.DoesNotContain("join the class", over.Links);
    }

    [Fact]
    public async Task The_group_is_told_only_while_confirmed_and_with_a_warning()
    {
        var cohort = await Given.OpenCohort(change: c => c.SetWhatsAppUrl("https://chat.whatsapp.example/ipt", Site.Now));
        var confirmed = await Visitor.Open($"/enrollments/{(await Given.ConfirmedEnrollment(cohort)).LinkToken}");
        var held = await Visitor.Open($"/enrollments/{(await Given.Enrollment(cohort)).LinkToken}");

        Assert.Contains("see each other’s phone numbers", confirmed.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("whatsapp", held.Body, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Details_are_corrected_and_the_payment_goes_on_under_the_new_address()
    {
        var held = await Visitor.Register(await Given.OpenCohort(), "anna@clinic.example");
        await held.GoToPay();

        var edit = await held.Click("Correct it");
        var corrected = await edit.Submit(form => form.Fill("Email address", Journey.Email).Fill("License number", "LCSW-1"));
        var session = await corrected.GoToPay();

        Assert.Contains("Social worker, LCSW-1", corrected.Text, StringComparison.Ordinal);
        Assert.Equal(Journey.Email, Site.StandIns.Stripe.Session(session).CustomerEmail);
        Assert.Single(Site.StandIns.Stripe.Sessions, s => s.Status == "open");
    }

    [Fact]
    public async Task An_address_that_has_a_seat_is_not_taken_over()
    {
        var cohort = await Given.OpenCohort();
        await Given.Enrollment(cohort, Journey.Email);
        var held = await Visitor.Register(cohort, "other@clinic.example");

        var refused = await (await held.Click("Correct it")).Submit(form => form.Fill("Email address", Journey.Email));

        Assert.Equal(422, refused.Status);
        Assert.Contains("already has a seat in this cohort", refused.ProblemOf("Email"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_confirmed_student_corrects_names_but_neither_address_nor_payer()
    {
        var enrollment = await Given.ConfirmedEnrollment(await Given.OpenCohort());

        var edit = await Visitor.Open($"/enrollments/{enrollment.LinkToken}/details/edit");
        var saved = await edit.Submit(form => form.Fill("Name on the certificate", "Ana María Ortiz"));
        var forged = await Visitor.Post($"/enrollments/{enrollment.LinkToken}/details", edit.MainForm.Fields.Append(new("Email", "thief@clinic.example")));

        Assert.DoesNotContain(edit.MainForm.Fields, f => f.Key is "Email" or "PayerName");
        Assert.Contains("Ana María Ortiz", saved.Text, StringComparison.Ordinal);
        Assert.Equal(200, forged.Status);
        Assert.Equal(enrollment.Email, await Site.Db(db => db.Enrollments.Select(e => e.Email).SingleAsync()));
    }

    [Fact]
    public async Task Details_of_an_enrollment_that_has_ended_stay_as_they_are()
    {
        var held = await Visitor.Register(await Given.OpenCohort(), Journey.Email);
        var edit = await held.Click("Correct it");
        await held.Submit("Give the seat back");

        var refused = await edit.Submit(form => form.Fill("First name", "Somebody"));

        Assert.Equal(404, refused.Status);
        Assert.Equal("Ana", await Site.Db(db => db.Enrollments.Select(e => e.FirstName).SingleAsync()));
    }

    [Fact]
    public async Task My_enrollments_answers_the_same_for_all_and_mails_only_those_who_are_known()
    {
        var enrollment = await Given.ConfirmedEnrollment(await Given.OpenCohort(), Journey.Email);
        var form = await Visitor.Open("/my-enrollments");

        var known = await form.Submit(f => f.Fill("Email address", Journey.Email));
        var unknown = await form.Submit(f => f.Fill("Email address", "nobody@clinic.example"));

        Assert.Equal((known.Status, known.Text), (unknown.Status, unknown.Text));
        Assert.Contains(enrollment.LinkToken, Assert.Single(await Site.MailsTo(Journey.Email)).Text, StringComparison.Ordinal);
        Assert.Empty(await Site.MailsTo("nobody@clinic.example"));
    }

    [Fact]
    public async Task Nothing_of_a_student_is_ever_logged()
    {
        var held = await Visitor.Register(await Given.OpenCohort(), "private.address@clinic.example", form => form
            .Fill("First name", "Privatefirst").Fill("Last name", "Privatelast").Fill("License number", "PRIVATE-LICENCE"));
        await Site.StandIns.Stripe.Pay(await held.GoToPay());
        await Visitor.Open($"{held.Address}/landing");
        await Visitor.Open($"{held.Address}/receipt");
        await Visitor.Open($"{held.Address}/calendar.ics");
        await Site.NewVisitor().Register(await Site.Db(db => db.Cohorts.SingleAsync()), "private.address@clinic.example");
        await (await Visitor.Open("/my-enrollments")).Submit(f => f.Fill("Email address", "private.address@clinic.example"));
        await Site.MailsTo("private.address@clinic.example");
        var token = held.Token();
        var calendar = await Site.Db(db => db.Enrollments.Select(e => e.CalendarToken).SingleAsync());

        var log = Site.Log.Text;

        Assert.NotEmpty(log);
        Assert.All(
            ["Privatefirst", "Privatelast", "PRIVATE-LICENCE", "private.address", token, calendar],
            secret => Assert.DoesNotContain(secret, log, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task A_wrong_token_opens_nothing()
    {
        await Given.ConfirmedEnrollment(await Given.OpenCohort());

        Assert.Equal(404, (await Visitor.Open("/enrollments/00000000000000000000000000")).Status);
        Assert.Equal(EnrollmentStatus.Confirmed, await Site.Db(db => db.Enrollments.Select(e => e.Status).SingleAsync()));
    }
}
