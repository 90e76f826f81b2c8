using Microsoft.EntityFrameworkCore;
using Sweet.Domain;
using Sweet.Web.Tests.Support;

namespace Sweet.Web.Tests.Stories.Messages;

public sealed class SeatHeldMailTests : Story
{
    [Fact]
    public async Task A_held_seat_is_told_with_its_end_and_the_link_to_pay()
    {
        var held = await Visitor.Register(await Given.OpenCohort(), Journey.Email);

        var mail = Assert.Single(await Site.AllMailsTo(Journey.Email));

        Assert.Contains("Your seat is held until 10:35 am EST, Mon, November 23, 2026: Interpersonal Psychotherapy", mail.Subject, StringComparison.Ordinal);
        Assert.Contains("Nothing has been charged yet.", mail.Text, StringComparison.Ordinal);
        var mailed = await Site.Db(db => db.Enrollments.Select(e => e.MailedToken).SingleAsync());
        Assert.NotEqual(held.Token(), mailed);
        Assert.Contains($"Check your details and pay:\nhttps://sweet.test/enrollments/{mailed}", mail.Text, StringComparison.Ordinal);
        Assert.Contains("Total: $597.00", mail.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_that_a_stranger_typed_stands_in_it()
    {
        await Visitor.Register(await Given.OpenCohort(), Journey.Email, form => form
            .Fill("First name", "Collect").Fill("Last name", "Fivethousand").Fill("Name on the certificate", "Prize")
            .Fill("What you need", "Winnings").Fill("Where did you hear of us?", "Lottery").Fill("Name for the receipt", "Jackpot"));

        var mail = Assert.Single(await Site.AllMailsTo(Journey.Email));
        var message = await Site.Db(db => db.Messages.AsNoTracking().SingleAsync());

        Assert.All(
            ["Collect", "Fivethousand", "Prize", "Winnings", "Lottery", "Jackpot"],
            word => Assert.DoesNotContain(word, mail.Subject + mail.Text + message.Html, StringComparison.Ordinal));
        Assert.Null(message.ToName);
    }

    [Fact]
    public async Task It_is_told_once_a_hold()
    {
        var cohort = await Given.OpenCohort();
        var held = await Visitor.Register(cohort, Journey.Email);
        await Visitor.Register(cohort, Journey.Email);
        await held.GoToPay();

        Assert.Single(await Site.AllMailsTo(Journey.Email));
    }

    [Fact]
    public async Task Another_hold_of_the_same_address_is_told_anew()
    {
        var cohort = await Given.OpenCohort();
        var held = await Visitor.Register(cohort, Journey.Email);
        var back = await held.Submit("Give the seat back");
        await back.Submit("Register again");

        Assert.Equal(2, (await Site.AllMailsTo(Journey.Email)).Count);
    }

    [Fact]
    public async Task An_address_that_has_a_seat_hears_of_no_other_hold()
    {
        var cohort = await Given.OpenCohort();
        await Given.ConfirmedEnrollment(cohort, Journey.Email);
        await Visitor.Register(cohort, Journey.Email);

        Assert.DoesNotContain(await Site.AllMailsTo(Journey.Email), m => m.Subject.Contains("is held", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_free_seat_is_told_without_a_word_of_paying()
    {
        await Visitor.Register(await Given.OpenCohort(price: new Money(0, "USD")), Journey.Email);

        var mail = Assert.Single(await Site.AllMailsTo(Journey.Email));

        Assert.Contains("There is nothing to pay.", mail.Text, StringComparison.Ordinal);
        Assert.Contains("Confirm your seat:", mail.Text, StringComparison.Ordinal);
    }
}
