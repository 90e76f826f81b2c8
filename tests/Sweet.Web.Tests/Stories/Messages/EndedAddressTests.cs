using Microsoft.EntityFrameworkCore;
using Sweet.Domain.Refunds;
using Sweet.Web.Tests.Support;

namespace Sweet.Web.Tests.Stories.Messages;

/// <summary>A seat has ended, and its money is still on its way: the address can be put right until it has arrived.</summary>
public sealed class EndedAddressTests : PaidStory
{
    private const string New = "ana.new@clinic.example";

    [Fact]
    public async Task Whoever_has_withdrawn_changes_the_address_while_a_refund_is_on_its_way()
    {
        var ended = await Withdraw(await Paid());

        await (await ended.Click("Change email address")).Submit(form => form.Fill("Email", New));
        var link = (await Site.MailsTo(New)).Single().Text!.Split(['\n', ' ']).Single(word => word.Contains("/email-changes/", StringComparison.Ordinal));
        var made = await (await Visitor.Open(link)).Submit();

        Assert.Equal("We now use this address", made.Heading);
        Assert.Equal(ended.Heading, (await Site.NewVisitor().Open((await Site.MailsTo(New))[^1].Link())).Heading);
        await Site.SendRefunds();
        Assert.Equal(RefundStatus.Succeeded, (await Refunds()).Single().Status);
        Assert.Contains(await Subjects(New), subject => subject.Contains("sent back", StringComparison.Ordinal));
        Assert.DoesNotContain(await Subjects(), subject => subject.Contains("sent back", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Once_the_money_has_arrived_the_address_stays()
    {
        var ended = await Withdraw(await Paid());
        await Site.SendRefunds();

        var page = await ended.Reload();

        Assert.DoesNotContain("Change email address", page.Links);
        Assert.Equal(404, (await Visitor.Open($"{page.Address}/email-changes/new")).Status);
    }

    [Fact]
    public async Task An_address_that_has_another_place_in_the_cohort_may_get_the_mails_of_an_ended_one()
    {
        var ended = await Withdraw(await Paid());
        await Given.ConfirmedEnrollment(await Site.Db(db => db.Cohorts.SingleAsync()), New);

        await (await ended.Click("Change email address")).Submit(form => form.Fill("Email", New));
        var link = (await Site.MailsTo(New)).Single().Text!.Split(['\n', ' ']).Single(word => word.Contains("/email-changes/", StringComparison.Ordinal));

        Assert.Equal("We now use this address", (await (await Visitor.Open(link)).Submit()).Heading);
    }
}
