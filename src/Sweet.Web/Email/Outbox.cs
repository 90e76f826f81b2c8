using Microsoft.EntityFrameworkCore;
using Sweet.Domain.Enrollments;
using Sweet.Domain.Messages;
using Sweet.Web.Data;
using Sweet.Web.Email.Letters;
using Sweet.Web.Email.Letters.Staff;
using Sweet.Web.Email.Rendering;

namespace Sweet.Web.Email;

/// <summary>
/// Renders a letter now and adds it to the context as a message; the caller's save queues it together with the fact that it
/// tells. A fact that was told is not told again.
/// </summary>
/// <remarks>
/// Two transactions that tell the same fact at once: the unique index lets one of them save. Those that hold the cohort's lock
/// never meet.
/// </remarks>
public sealed class Outbox(SweetDbContext db, LetterRenderer renderer, MailLimits limits)
{
    /// <param name="letter">Null where there is nothing to tell.</param>
    /// <returns>Whether it is told, by this message or by an earlier one; false where nothing is mailed or its person was erased.</returns>
    /// <exception cref="ArgumentException">Its enrollment is neither saved nor about to be: the message would bring it along.</exception>
    public Task<bool> Tell(Letter? letter, DateTime nowUtc, CancellationToken ct = default) => Tell(letter, counted: null, nowUtc, ct);

    /// <inheritdoc cref="Tell(Letter, DateTime, CancellationToken)"/>
    /// <param name="counted">
    /// How many emails <see cref="MailLimits.CountedAt"/> finds for the address in this transaction; null: asked for if it matters.
    /// </param>
    public async Task<bool> Tell(Letter? letter, int? counted, DateTime nowUtc, CancellationToken ct)
    {
        if (letter is null) return false;

        var isNew = letter.Enrollment is { Id: 0 };
        if (isNew && db.Entry(letter.Enrollment!).State != EntityState.Added)
            throw new ArgumentException("An enrollment is added before a letter tells of it.", nameof(letter));

        // Nobody knows anymore where it would go.
        if (letter.Enrollment?.ErasedAtUtc is not null) return false;

        var fact = letter.Fact;
        if (!letter.IsFirst && await WasTold(fact, ct)) return true;

        var to = letter.To(renderer.Site);
        var limitKey = MailLimits.KeyOf(letter, to);
        if (limitKey is not null && await limits.AreReached(limitKey, counted, nowUtc, ct)) return false;

        var body = await renderer.Render(letter.Content(renderer.Site), letter.Calendar(renderer.Site));
        var message = new Message(letter.Kind, fact, to, body, nowUtc)
        {
            LimitKey = limitKey,
            Urgency = letter.Urgency,
            Standing = letter.Standing,
            EnrollmentId = isNew ? null : letter.Enrollment?.Id,
            Enrollment = isNew ? letter.Enrollment : null,
            LinkTokens = [.. letter.Opens.Select(e => e.TokenForMail())],
        };
        if (letter.HappenedAtUtc != Letter.JustNow && await MayHaveLeft(letter, ct)) message.Withhold(WithheldReason.MayHaveLeft);
        db.Messages.Add(message);
        return true;
    }

    private async Task<bool> WasTold(string fact, CancellationToken ct) =>
        db.Messages.Local.Any(m => m.Fact == fact) || await db.Messages.AnyAsync(m => m.Fact == fact, ct);

    private async Task<bool> MayHaveLeft(Letter letter, CancellationToken ct)
    {
        var restoration = await db.Restorations.OrderByDescending(r => r.RestoredAtUtc).FirstOrDefaultAsync(ct);
        return restoration?.MayHaveTold(letter.HappenedAtUtc) == true;
    }

    /// <summary>A notice to staff that is true forever.</summary>
    public Task StaffNotice(string fact, string subject, string text, DateTime nowUtc, CancellationToken ct = default) =>
        Tell(new StaffNoticeLetter(fact, subject, text), nowUtc, ct);
}
