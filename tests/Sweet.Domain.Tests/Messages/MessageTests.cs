using Sweet.Domain.Messages;

namespace Sweet.Domain.Tests.Messages;

public class MessageTests
{
    private readonly Message message = Of(Urgency.Confirmation);

    [Fact]
    public void Is_due_at_once()
    {
        Assert.Equal(MessageStatus.Queued, message.Status);
        Assert.Single(new[] { message }.AsQueryable().DueAt(Some.Now));
    }

    [Fact]
    public void Accepted_is_sent_and_not_due_again()
    {
        message.Accept("sg-1", Some.Now.AddSeconds(2));

        Assert.Equal((MessageStatus.Sent, "sg-1", Some.Now.AddSeconds(2)), (message.Status, message.ProviderId, message.SentAtUtc));
        Assert.Empty(new[] { message }.AsQueryable().DueAt(Some.Now.AddDays(1)));
    }

    [Fact]
    public void Not_taken_waits_for_its_next_turn()
    {
        message.Retry("503", TimeSpan.FromMinutes(5), Some.Now);

        Assert.Equal((MessageStatus.Queued, "503"), (message.Status, message.Failure));
        Assert.Empty(new[] { message }.AsQueryable().DueAt(Some.Now.AddMinutes(5).AddTicks(-1)));
        Assert.Single(new[] { message }.AsQueryable().DueAt(Some.Now.AddMinutes(5)));
    }

    [Fact]
    public void Not_taken_for_a_day_fails_for_good()
    {
        message.Retry("503", TimeSpan.FromMinutes(5), Some.Now + Message.GiveUpAfter - TimeSpan.FromTicks(1));
        Assert.Equal(MessageStatus.Queued, message.Status);

        message.Retry("503", TimeSpan.FromMinutes(5), Some.Now + Message.GiveUpAfter);

        Assert.Equal((MessageStatus.Failed, "Given up after a day: 503"), (message.Status, message.Failure));
    }

    [Fact]
    public void An_obstacle_of_our_own_is_waited_for_however_long_it_takes()
    {
        message.Await("401", TimeSpan.FromMinutes(5), Some.Now.AddDays(3));

        Assert.Equal((MessageStatus.Queued, Some.Now.AddDays(3).AddMinutes(5)), (message.Status, message.NextAttemptAtUtc));
    }

    [Fact]
    public void A_success_after_failures_forgets_why_it_had_to_wait()
    {
        message.Retry("503", TimeSpan.FromMinutes(5), Some.Now);
        message.Accept("sg-1", Some.Now);

        Assert.Null(message.Failure);
    }

    [Fact]
    public void What_has_left_does_not_leave_again()
    {
        message.Accept("sg-1", Some.Now);

        Assert.Throws<InvalidOperationException>(() => message.Accept("sg-2", Some.Now));
        Assert.Throws<InvalidOperationException>(() => message.Retry("503", TimeSpan.Zero, Some.Now));
        Assert.Throws<InvalidOperationException>(() => message.Fail("400"));
        Assert.Throws<InvalidOperationException>(() => message.Withhold(WithheldReason.NotAllowed));
    }

    [Fact]
    public void A_long_reason_is_cut_and_never_lost_whole()
    {
        message.Fail(new string('x', Message.FailureMaxLength + 1));

        Assert.Equal(Message.FailureMaxLength, message.Failure!.Length);
    }

    [Fact]
    public void A_confirmation_overtakes_every_backlog()
    {
        var backlog = Enum.GetValues<Urgency>().Where(u => u != Urgency.Confirmation).Select(Of);

        Assert.Same(message, backlog.Append(message).AsQueryable().MostUrgentFirst().First());
    }

    [Fact]
    public void Leaves_after_all_once_somebody_releases_it()
    {
        message.Withhold(WithheldReason.MayHaveLeft);

        message.Release(Some.Now.AddDays(2));

        Assert.Equal((MessageStatus.Queued, Some.Now.AddDays(2), null), (message.Status, message.NextAttemptAtUtc, message.WithheldWhy));
        Assert.Throws<InvalidOperationException>(() => message.Release(Some.Now));
    }

    private static Message Of(Urgency urgency)
    {
        var ana = new Addressee(Recipient.Student, "ana@clinic.example", "Ana Ortiz");
        var body = new MessageBody("Subject", "<p>Words</p>", "Words");
        return new Message("Sample", $"fact {urgency}", ana, body, Some.Now) { Urgency = urgency };
    }
}
