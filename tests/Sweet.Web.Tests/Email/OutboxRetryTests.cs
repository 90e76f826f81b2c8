using Sweet.Domain.Messages;
using Sweet.Sandbox.Faults;
using Sweet.Web.Email.Delivery;

namespace Sweet.Web.Tests.Email;

public class OutboxRetryTests : MailStory
{
    [Fact]
    public async Task Tries_again_after_a_rest()
    {
        Mail.SendGrid.Next(Fault.ServerError);
        var id = await Mail.Queue();
        await Mail.Round();
        await Mail.Round();
        Assert.Empty(Mail.Sent);

        Site.Pass(TimeSpan.FromMinutes(1));
        await Mail.Round();

        var message = await Mail.Message(id);
        Assert.Equal(MessageStatus.Sent, message.Status);
        Assert.Equal(2, message.Attempts);
        Assert.Null(message.Failure);
    }

    [Fact]
    public async Task Tries_again_where_the_connection_breaks()
    {
        Mail.SendGrid.Next(Fault.BreakBefore);
        var id = await Mail.Queue();

        await Mail.Round();

        var message = await Mail.Message(id);
        Assert.Equal(MessageStatus.Queued, message.Status);
        Assert.StartsWith("No answer from SendGrid", message.Failure, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sends_at_least_once_where_the_answer_is_lost()
    {
        Mail.SendGrid.Next(Fault.BreakAfter);
        var id = await Mail.Queue();
        await Mail.Round();

        Site.Pass(TimeSpan.FromMinutes(1));
        await Mail.Round();

        Assert.Equal(MessageStatus.Sent, (await Mail.Message(id)).Status);
        var reference = (await Mail.Message(id)).Reference;
        Assert.All(Mail.Sent, mail => Assert.Equal(reference, mail.CustomArgs["sweet_message"]));
    }

    [Fact]
    public async Task Loses_nothing_in_an_outage_of_an_hour()
    {
        Mail.SendGrid.Always(Fault.ServerError);
        for (var i = 0; i < 10; i++) await Mail.Queue();
        for (var minute = 0; minute < 60; minute++)
        {
            await Mail.Round();
            Site.Pass(TimeSpan.FromMinutes(1));
        }

        Mail.SendGrid.Clear();
        Site.Pass(RetryTimes.Longest);
        await Mail.Round();

        Assert.All(await Mail.Messages(), m => Assert.Equal(MessageStatus.Sent, m.Status));
        Assert.Equal(10, Mail.Sent.Count);
    }

    [Fact]
    public async Task Ends_a_round_once_SendGrid_is_clearly_down()
    {
        Mail.SendGrid.Always(Fault.ServerError);
        for (var i = 0; i < 10; i++) await Mail.Queue();

        await Mail.Round();

        Assert.Equal(3, Mail.Calls);
    }

    [Fact]
    public async Task Gives_up_after_a_day()
    {
        Mail.SendGrid.Always(Fault.ServerError);
        var id = await Mail.Queue();

        for (var hour = 0; hour <= 25; hour++)
        {
            await Mail.Round();
            Site.Pass(RetryTimes.Longest);
        }

        var message = await Mail.Message(id);
        Assert.Equal(MessageStatus.Failed, message.Status);
        Assert.StartsWith("Given up after a day: SendGrid answered 500", message.Failure, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Leaves_SendGrid_alone_until_the_limit_is_lifted()
    {
        Mail.SendGrid.Next(Fault.RateLimited(TimeSpan.FromMinutes(7)));
        await Mail.Queue();
        await Mail.Queue();
        await Mail.Round();
        Site.Pass(TimeSpan.FromMinutes(6));
        await Mail.Round();
        Assert.Equal(1, Mail.Calls);

        Site.Pass(TimeSpan.FromMinutes(1));
        await Mail.Round();

        Assert.Equal(2, Mail.Sent.Count);
    }

    [Fact]
    public async Task Waits_for_a_person_while_the_key_is_refused()
    {
        Mail.SendGrid.Always(Fault.Unauthorized);
        var id = await Mail.Queue();
        for (var day = 0; day < 3; day++)
        {
            await Mail.Round();
            Site.Pass(TimeSpan.FromDays(1));
        }

        Assert.Equal(MessageStatus.Queued, (await Mail.Message(id)).Status);
        Mail.SendGrid.Clear();
        await Mail.Round();

        Assert.Equal(MessageStatus.Sent, (await Mail.Message(id)).Status);
    }

    [Fact]
    public async Task Does_not_knock_for_every_message_while_the_sender_is_refused()
    {
        Mail.SendGrid.Always(Fault.Forbidden);
        for (var i = 0; i < 5; i++) await Mail.Queue();

        await Mail.Round();
        await Mail.Round();

        Assert.Equal(1, Mail.Calls);
    }

    [Fact]
    public void Rests_twice_as_long_each_time_and_never_over_an_hour()
    {
        var waits = Enumerable.Range(1, 12).Select(n => RetryTimes.After(n, chance: 0.5)).ToList();

        Assert.Equal(TimeSpan.FromSeconds(15), waits[0]);
        Assert.Equal(TimeSpan.FromSeconds(30), waits[1]);
        Assert.Equal(TimeSpan.FromMinutes(4), waits[4]);
        Assert.All(waits.Skip(8), w => Assert.Equal(TimeSpan.FromHours(1), w));
    }

    [Fact]
    public void Scatters_the_messages_of_a_backlog()
    {
        Assert.Equal(TimeSpan.FromSeconds(12), RetryTimes.After(1, chance: 0));
        Assert.Equal(TimeSpan.FromSeconds(18), RetryTimes.After(1, chance: 1));
    }
}
