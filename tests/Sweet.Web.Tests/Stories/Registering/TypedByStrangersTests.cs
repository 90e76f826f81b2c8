using Microsoft.EntityFrameworkCore;
using Sweet.Domain;
using Sweet.Domain.Enrollments;
using Sweet.Web.Tests.Support;

namespace Sweet.Web.Tests.Stories.Registering;

/// <summary>What somebody types who has not shown that the address is theirs goes to nobody else.</summary>
public sealed class TypedByStrangersTests : PaidStory
{
    [Fact]
    public async Task No_mail_to_an_unproven_address_says_what_was_typed_not_even_in_the_name_of_the_addressee()
    {
        var cohort = await Given.OpenCohort();
        var held = await Visitor.Register(cohort, Journey.Email, form => form
            .Fill("First name", "Collectfive").Fill("Last name", "Thousand").Fill("Name for the receipt", "Evil Agency"));
        await Site.NewVisitor().Register(cohort, Journey.Email);
        await Stripe.Pay(await held.GoToPay());

        var mails = await Site.MailsTo(Journey.Email);

        Assert.Equal(2, mails.Count);
        Assert.All(mails, mail =>
        {
            Assert.Null(Assert.Single(mail.To).Name);
            foreach (var typed in (string[])["Collectfive", "Thousand", "Evil Agency"])
            {
                Assert.DoesNotContain(typed, mail.Text, StringComparison.Ordinal);
                Assert.DoesNotContain(typed, mail.Html, StringComparison.Ordinal);
            }
        });
    }

    [Theory]
    [InlineData("You won 5000 USD, collect at https://evil.example/x")]
    [InlineData("evil.example")]
    [InlineData("www.evil")]
    [InlineData("Evil.Com")]
    [InlineData("collect at evil。example")]
    [InlineData("write to me@evil.example")]
    [InlineData("x.ru/collect")]
    public async Task A_link_in_a_name_is_refused_with_a_sentence(string name)
    {
        var cohort = await Given.OpenCohort();

        foreach (var field in (string[])["First name", "Last name", "Name on the certificate", "Name for the receipt"])
        {
            var refused = await Visitor.Register(cohort, change: form => form.Fill(field, name));

            Assert.Equal(422, refused.Status);
            Assert.Contains("without a link", Assert.Single(refused.Problems), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("J.R.")]
    [InlineData("St.John")]
    [InlineData("Sample, LCSW; Ph.D.")]
    [InlineData("O’Brien-Ñandú")]
    public async Task Names_of_people_are_not_taken_for_links(string name)
    {
        var held = await Visitor.Register(await Given.OpenCohort(), change: form => form.Fill("Last name", name));

        Assert.Equal([303, 200], held.Statuses);
    }

    [Fact]
    public async Task An_address_that_nobody_has_proven_gets_two_mails_a_day_over_all_kinds_and_the_acts_succeed()
    {
        var cohort = await Given.OpenCohort();
        for (var i = 0; i < 5; i++)
        {
            var held = await Site.NewVisitor().Register(cohort, Journey.Email);
            await Site.NewVisitor().Register(cohort, Journey.Email);
            await (await Visitor.Open("/my-enrollments")).Submit(form => form.Fill("Email", Journey.Email));
            await Site.MailsTo(Journey.Email);
            Site.Pass(TimeSpan.FromMinutes(11));
            Assert.Equal([303, 200], (await held.Submit("Give the seat back")).Statuses);
        }

        Assert.Equal(2, (await Site.AllMailsTo(Journey.Email)).Count);
        Site.Pass(TimeSpan.FromDays(1));
        await (await Visitor.Open("/my-enrollments")).Submit(form => form.Fill("Email", Journey.Email));
        Assert.Equal(3, (await Site.AllMailsTo(Journey.Email)).Count);
    }

    [Fact]
    public async Task A_stranger_who_uses_the_limit_up_keeps_no_confirmation_from_the_owner()
    {
        var cohort = await Given.OpenCohort();
        var other = await Given.OpenCohort();
        for (var i = 0; i < 3; i++)
        {
            await Site.NewVisitor().Register(other, Journey.Email);
            await (await Visitor.Open("/my-enrollments")).Submit(form => form.Fill("Email", Journey.Email));
            await Site.MailsTo(Journey.Email);
            Site.Pass(TimeSpan.FromMinutes(11));
        }

        await Paid(cohort);

        Assert.Contains(await Subjects(), subject => subject.Contains("You are enrolled", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_address_typed_over_a_held_seat_is_told_to_the_old_one_which_takes_it_back()
    {
        var held = await Visitor.Register(await Given.OpenCohort(), Journey.Email);
        await (await Visitor.Open($"{held.Address}/details/edit")).Submit(form => form.Fill("Email address", "other@clinic.example"));
        var mail = Assert.Single(await Site.MailsTo(Journey.Email));
        var link = mail.Text!.Split(['\n', ' ']).Single(word => word.Contains("/email-change-reversals/", StringComparison.Ordinal));

        var back = await (await Site.NewVisitor().Open(link)).Submit("Take the change back");

        Assert.Equal("We’re using your address again", back.Heading);
        Assert.Equal(Journey.Email, await Site.Db(db => db.Enrollments.Select(e => e.Email).SingleAsync()));
        Assert.Equal(410, (await held.Reload()).Status);
        Assert.Equal(200, (await Site.NewVisitor().Open((await Site.MailsTo(Journey.Email))[^1].Link())).Status);
    }

    [Fact]
    public async Task Who_mistyped_an_address_and_proves_the_right_one_loses_nothing_to_the_wrong_one()
    {
        var held = await Visitor.Register(await Given.OpenCohort(), "mistyped@clinic.example");
        await (await Visitor.Open($"{held.Address}/details/edit")).Submit(form => form.Fill("Email address", Journey.Email));
        var link = Assert.Single(await Site.MailsTo("mistyped@clinic.example")).Text!.Split(['\n', ' ']).Single(word => word.Contains("/email-change-reversals/", StringComparison.Ordinal));
        await (await Site.OpenMailedLink(Visitor, Journey.Email)).Submit("Make it mine alone");

        Assert.Equal(410, (await Site.NewVisitor().Open(link)).Status);
    }

    [Fact]
    public async Task A_free_place_is_confirmed_from_the_mailed_link_only()
    {
        var held = await Visitor.Register(await Given.OpenCohort(price: new Money(0, "USD")), Journey.Email);
        var token = held.MainForm.FieldsWith(null).Where(f => f.Key == "__RequestVerificationToken");

        await Visitor.Post($"{held.Address}/confirmations", token);
        Assert.DoesNotContain("Confirm my seat", held.Buttons);
        Assert.Equal(EnrollmentStatus.Held, await Site.Db(db => db.Enrollments.Select(e => e.Status).SingleAsync()));

        var confirmed = await (await Site.NewVisitor().Open(Assert.Single(await Site.AllMailsTo(Journey.Email)).Link())).Submit("Confirm my seat");
        Assert.Equal("You are enrolled", confirmed.Heading);
    }

    [Fact]
    public async Task A_wrong_price_is_answered_alike_whether_or_not_the_address_is_enrolled()
    {
        var cohort = await Given.OpenCohort();
        await Given.ConfirmedEnrollment(cohort, Journey.Email);

        var enrolled = await Site.NewVisitor().Register(cohort, Journey.Email, form => form.Fill("SeenPriceMinor", "1"));
        var unknown = await Site.NewVisitor().Register(cohort, "nobody@clinic.example", form => form.Fill("SeenPriceMinor", "1"));

        Assert.Equal((unknown.Status, unknown.Alert), (enrolled.Status, enrolled.Alert));
        Assert.Empty(await Site.MailsTo(Journey.Email));
    }
}
