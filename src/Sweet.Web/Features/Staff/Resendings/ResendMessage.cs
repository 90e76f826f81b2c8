using Microsoft.EntityFrameworkCore;
using Sweet.Domain;
using Sweet.Domain.Enrollments;
using Sweet.Domain.Messages;
using Sweet.Web.Data;
using Sweet.Web.Email.Letters;
using Sweet.Web.Restoring;

namespace Sweet.Web.Features.Staff.Resendings;

/// <summary>Sends an email once more, word for word: a new row of the outbox. Never one that is not true anymore.</summary>
public sealed class ResendMessage(SweetDbContext db, MessageTruth truth, TimeProvider clock)
{
    private static readonly TimeSpan OnceIn = TimeSpan.FromMinutes(10);

    /// <returns>Null if the student has no such email.</returns>
    public async Task<ResendingPage?> Read(int id, int messageId, CancellationToken ct)
    {
        if (await db.Enrollments.AsNoTracking().SingleOrDefaultAsync(e => e.Id == id, ct) is not { } enrollment) return null;
        if (await Find(enrollment, messageId, ct) is not { } message) return null;

        return new ResendingPage(
            id, messageId, enrollment.FullName, enrollment.Number, message.Subject, EmailAddress.Shown(message.ToAddress))
        {
            QueuedAtUtc = message.QueuedAtUtc,
            HasCalendar = message.Calendar is not null,
            Refusal = await WhyNot(message, enrollment, clock.GetUtcNow().UtcDateTime, ct),
        };
    }

    public Task<ResendingAnswer> Send(int id, int messageId, Actor by, CancellationToken ct) =>
        db.InTransaction(
            async transaction =>
            {
                if (await db.FindInCohort(e => e.Id == id, ct) is not { } found) return ResendingAnswer.NoSuchMessage;

                var enrollment = await db.LockEnrollment(found, ct);
                if (await Find(enrollment, messageId, ct) is not { } message) return ResendingAnswer.NoSuchMessage;

                var nowUtc = clock.GetUtcNow().UtcDateTime;
                var fact = $"message {messageId} again {FactNames.Window(nowUtc, OnceIn)}";
                if (await db.Messages.AnyAsync(m => m.Fact == fact, ct)) return ResendingAnswer.SentJustNow;
                if (await WhyNot(message, enrollment, nowUtc, ct) is not null) return ResendingAnswer.Refused;

                db.Messages.Add(enrollment.SendAgain(message, fact, by, nowUtc));
                await transaction.SaveAndCommit(ct);
                return ResendingAnswer.Sent;
            },
            ct);

    private Task<Message?> Find(Enrollment enrollment, int messageId, CancellationToken ct) =>
        db.Messages.AsNoTracking().OfStudent(enrollment.Id, enrollment.Email).SingleOrDefaultAsync(m => m.Id == messageId, ct);

    private async Task<string?> WhyNot(Message message, Enrollment enrollment, DateTime nowUtc, CancellationToken ct) =>
        message.ResendingRefusalFor(enrollment.Email) switch
        {
            ResendingRefusal.NotToStudent =>
                "It went to an address that is not the student’s, or is not anymore, and holds secrets of that address.",
            ResendingRefusal.AddressChanged => "The student has another address now, and this email was written for the former one.",
            ResendingRefusal.OnItsWay => "It has not left yet: it waits in the outbox, and is sent by itself.",
            ResendingRefusal.Withheld => "It was withheld, and is not sent again as it is.",
            _ => await truth.WhyUntrue(message, nowUtc, ct) is { } why ? $"It is not true anymore: {why}." : null,
        };
}

public enum ResendingAnswer
{
    Sent,

    /// <summary>By a press just before this one, which sends nothing more.</summary>
    SentJustNow,
    NoSuchMessage,
    Refused,
}

public sealed record ResendingPage(int Id, int MessageId, string Name, string Number, string Subject, string Address)
{
    public DateTime QueuedAtUtc { get; init; }

    public bool HasCalendar { get; init; }

    public const string JustSent =
        "It was sent again a moment ago, and not once more now. Wait ten minutes before you send it another time.";

    /// <summary>Why it is not sent again, or null.</summary>
    public string? Refusal { get; init; }
}
