using Microsoft.EntityFrameworkCore;
using Sweet.Domain.Messages;
using Sweet.Web.Data;
using Sweet.Web.Email;
using Sweet.Web.Email.Delivery;
using Sweet.Web.Hosting;

namespace Sweet.Web.Features.Hooks.SendGridEvents;

/// <summary>Moves our messages forward by what SendGrid reports of them: in any order, and as often as it likes.</summary>
public sealed partial class TakeMailReports(
    SweetDbContext db, ReturnedMail returnedMail, TimeProvider clock, SweetMetrics metrics, ILogger<TakeMailReports> log)
{
    /// <returns>Whether all were taken in; what was, stays so.</returns>
    public async Task<bool> Take(IReadOnlyList<MailReport> reports, CancellationToken ct)
    {
        var isComplete = true;
        foreach (var report in reports)
        {
            try
            {
                if (await Take(report, ct)) metrics.MessageReported(report.Outcome.ToString());
            }
            catch (Exception failure) when (failure.LetsOthersGoOn())
            {
                // One report that cannot be taken in must not keep the others from it.
                Failed(report.Outcome, failure);
                isComplete = false;
            }
        }

        return isComplete;
    }

    private Task<bool> Take(MailReport report, CancellationToken ct) =>
        db.InTransaction(
            async transaction =>
            {
                // Two reports of one message at once take turns at its row, so that none overwrites the other.
                var rows = await db.Messages.Where(m => m.Reference == report.Reference).Lock(m => m.Reference, ct);
                if (rows == 0) return false;

                var nowUtc = clock.GetUtcNow().UtcDateTime;
                var message = await db.Messages.SingleAsync(m => m.Reference == report.Reference, ct);
                if (!message.Learn(report.Outcome, report.Reason, report.AtUtc is { } atUtc && atUtc < nowUtc ? atUtc : nowUtc))
                    return false;

                if (message.HasComeBack) await returnedMail.Report(message, nowUtc, ct);
                await transaction.SaveAndCommit(ct);
                Tell(message);
                return true;
            },
            ct);

    private void Tell(Message message)
    {
        if (!message.HasComeBack) Delivered(message.Id, message.Kind);
        else if (message.Recipient == Recipient.Staff) StaffUnreachable(message.Id, message.Status);
        else ComeBack(message.Id, message.Kind, message.Status);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Message {MessageId} ({Kind}) was delivered")]
    private partial void Delivered(int messageId, string kind);

    [LoggerMessage(Level = LogLevel.Information, Message = "Message {MessageId} ({Kind}) came back: {Status}; its row has the reason")]
    private partial void ComeBack(int messageId, string kind, MessageStatus status);

    [LoggerMessage(Level = LogLevel.Error,
        Message = "Message {MessageId} to staff came back ({Status}): no one reads what Site:StaffEmail gets")]
    private partial void StaffUnreachable(int messageId, MessageStatus status);

    [LoggerMessage(Level = LogLevel.Error, Message = "A report ({Outcome}) of SendGrid could not be taken in; SendGrid repeats it")]
    private partial void Failed(MessageStatus outcome, Exception failure);
}
