using Sweet.Sandbox.Faults;
using Sweet.Web.Tests.Support;

namespace Sweet.Web.Tests.Stories.Students;

/// <summary>After every act the next page says what was done.</summary>
public sealed class WhatWasDoneTests : Story
{
    [Fact]
    public async Task Saved_details_are_said_to_be_saved_once()
    {
        var held = await Visitor.Register(await Given.OpenCohort(), Journey.Email);
        var edit = await held.Click("Correct it");

        var saved = await edit.Submit(form => form.Fill("First name", "Anna"));
        var later = await saved.Reload();

        Assert.Equal("Your details are saved.", Done(saved));
        Assert.Equal($"/enrollments/{held.Token()}", saved.Address);
        Assert.Equal("", Done(later));
    }

    [Fact]
    public async Task A_replaced_link_is_said_to_be_replaced()
    {
        var held = await Visitor.Register(await Given.OpenCohort(), Journey.Email);
        var asked = await Visitor.Open($"{held.Address}/link-replacements/new");

        var replaced = await asked.Submit();

        Assert.StartsWith("Your link has been replaced.", Done(replaced), StringComparison.Ordinal);
        Assert.NotEqual(held.Token(), replaced.Token());
    }

    [Fact]
    public async Task Whoever_comes_back_unpaid_or_declined_is_told_how_it_stands()
    {
        var held = await Visitor.Register(await Given.OpenCohort(), Journey.Email);
        var session = await held.GoToPay();
        await Site.StandIns.Stripe.Decline(session);

        var back = await Visitor.Open(Site.StandIns.Stripe.Session(session).CancelUrl!);

        Assert.Equal(
            "You came back without paying. Nothing was charged, and your seat is still held. If your card was declined, try another one, or ask your bank why.",
            Done(back));
        Assert.Contains("Continue to payment", back.Buttons);
    }

    [Fact]
    public async Task The_way_back_unpaid_says_nothing_false_to_whoever_has_paid()
    {
        var held = await Visitor.Register(await Given.OpenCohort(), Journey.Email);
        var session = await held.GoToPay();
        await Site.StandIns.Stripe.Pay(session);

        var back = await Visitor.Open(Site.StandIns.Stripe.Session(session).CancelUrl!);

        Assert.Equal(("You are enrolled", ""), (back.Heading, Done(back)));
    }

    [Fact]
    public async Task While_a_payment_is_looked_up_no_page_asks_for_another()
    {
        Site.StandIns.Webhooks.HoldBack();
        var held = await Visitor.Register(await Given.OpenCohort(), Journey.Email);
        await Site.StandIns.Stripe.Pay(await held.GoToPay());
        Site.StandIns.Faults.Stripe.Next(Fault.ServerError, 3);

        var landed = await Visitor.Open($"{held.Address}/landing");
        var behind = await landed.Click("Go to my enrollment");
        var settled = await behind.Click("Check again");

        Assert.Equal("We are looking up your payment", behind.Heading);
        Assert.Empty(behind.Buttons);
        Assert.DoesNotContain("Nothing is charged", behind.Text, StringComparison.Ordinal);
        Assert.Equal("You are enrolled", settled.Heading);
    }

    [Fact]
    public async Task Once_Stripe_says_that_nothing_was_paid_it_is_asked_for_again()
    {
        var held = await Visitor.Register(await Given.OpenCohort(), Journey.Email);
        await held.GoToPay();
        Site.StandIns.Faults.Stripe.Next(Fault.ServerError, 3);
        await Visitor.Open($"{held.Address}/landing");

        var asked = await Visitor.Open($"{held.Address}/landing");

        Assert.Contains("Continue to payment", asked.Buttons);
    }

    private static string Done(Page page) => page.Document.QuerySelector("[role=status].done")?.TextContent ?? "";
}
