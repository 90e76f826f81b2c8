using System.Diagnostics;
using Sweet.Domain;
using Sweet.Domain.Messages;
using Sweet.Web.Data;
using Sweet.Web.Hosting;

namespace Sweet.Web.Email.Delivery;

/// <summary>Sends what is due. Runs on every instance at once: each message is leased to one worker.</summary>
/// <remarks>At least once: a crash between SendGrid's 202 and our save repeats that message.</remarks>
public sealed partial class SendDueMessages(
    OutboxClaims claims, SendGridSender sender, TimeProvider clock, SweetMetrics metrics, ILogger<SendDueMessages> log)
{
    /// <summary>From this attempt on, about two minutes after the first, a message that is not taken is more than a hiccup.</summary>
    private const int AttemptsThatAlarm = 4;

    /// <summary>A round comes to its end, however long the backlog is: the next one begins a second later.</summary>
    private const int MostInARound = 200;

    private static readonly TimeSpan RestWhenLockedOut = TimeSpan.FromMinutes(1);

    /// <returns>How many messages SendGrid accepted.</returns>
    public async Task<int> RunOnce(CancellationToken ct)
    {
        var (sent, silences) = (0, new Silences());
        for (var i = 0; i < MostInARound && !silences.AreMany && await claims.Next(ct) is { } message; i++)
        {
            var answer = await Send(message, ct);
            await Settle(message, answer);
            sent += answer is Accepted ? 1 : 0;
            silences.Count(isAnswered: answer is not NotTaken);
            if (answer is RateLimited limit) claims.RestUntil(limit.UntilUtc);
            if (answer is LockedOut) LockOut();
        }

        return sent;
    }

    private async Task<SendAnswer> Send(Message message, CancellationToken ct)
    {
        try
        {
            return await sender.Send(message, ct);
        }
        catch (Exception failure) when (failure.LetsOthersGoOn())
        {
            AttemptBroke(message.Id, failure);
            return new NotTaken($"Our own fault: {failure.GetType().Name}.");
        }
    }

    private async Task Settle(Message message, SendAnswer answer)
    {
        var status = await claims.Settle(message, m => Apply(answer, m, clock.GetUtcNow().UtcDateTime));
        if (status is null) TakenOver(message.Id);
        else if (status == MessageStatus.Sent) metrics.MessageSent();
        else if (status == MessageStatus.Failed) metrics.MessageFailed();

        if (status == MessageStatus.Sent) MessageSent(message.Id, message.Kind);
        if (status == MessageStatus.Withheld) MessageWithheld(message.Id, message.Kind);
        var isAlarming = message.Attempts >= AttemptsThatAlarm;
        if (status == MessageStatus.Queued && !isAlarming) MessagePostponed(message.Id, message.Kind, message.Attempts);
        if (status == MessageStatus.Queued && isAlarming) MessageStuck(message.Id, message.Kind, message.Attempts);
        if (status == MessageStatus.Failed) MessageFailed(message.Id, message.Kind, message.Attempts);
    }

    private static void Apply(SendAnswer answer, Message message, DateTime nowUtc)
    {
        var wait = RetryTimes.After(message.Attempts, Random.Shared.NextDouble());
        switch (answer)
        {
            case Accepted accepted: message.Accept(accepted.ProviderId, nowUtc); break;
            case Rejected rejected: message.Fail(rejected.Reason); break;
            case Withheld: message.Withhold(WithheldReason.NotAllowed); break;
            case LockedOut lockedOut: message.Await(lockedOut.Reason, wait, nowUtc); break;
            case RateLimited limit: message.Retry(limit.Reason, limit.UntilUtc > nowUtc ? limit.UntilUtc - nowUtc : wait, nowUtc); break;
            case NotTaken notTaken: message.Retry(notTaken.Reason, wait, nowUtc); break;
            default: throw new UnreachableException();
        }
    }

    private void LockOut()
    {
        claims.RestUntil(clock.GetUtcNow().UtcDateTime + RestWhenLockedOut);
        SendGridLocksUsOut();
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Message {MessageId} ({Kind}) was accepted by SendGrid")]
    private partial void MessageSent(int messageId, string kind);

    [LoggerMessage(
        Level = LogLevel.Information, Message = "Message {MessageId} ({Kind}) was withheld: its recipient is not on the allow-list")]
    private partial void MessageWithheld(int messageId, string kind);

    [LoggerMessage(
        Level = LogLevel.Information, Message = "Message {MessageId} ({Kind}) was not taken at attempt {Attempt} and is tried again")]
    private partial void MessagePostponed(int messageId, string kind, int attempt);

    [LoggerMessage(
        Level = LogLevel.Warning,
        Message = "Message {MessageId} ({Kind}) was not taken at attempt {Attempt}: SendGrid may be down; it is tried again")]
    private partial void MessageStuck(int messageId, string kind, int attempt);

    [LoggerMessage(
        Level = LogLevel.Error, Message = "Message {MessageId} ({Kind}) failed for good at attempt {Attempt}; its row has the reason")]
    private partial void MessageFailed(int messageId, string kind, int attempt);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Message {MessageId} was taken over by another worker; it may have been sent twice")]
    private partial void TakenOver(int messageId);

    [LoggerMessage(
        Level = LogLevel.Critical,
        Message = "SendGrid refuses our key or our sender: no email leaves until SendGrid:ApiKey or SendGrid:From is mended")]
    private partial void SendGridLocksUsOut();

    [LoggerMessage(Level = LogLevel.Error, Message = "The attempt to send message {MessageId} broke")]
    private partial void AttemptBroke(int messageId, Exception failure);
}
