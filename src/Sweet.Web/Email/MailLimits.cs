using Microsoft.EntityFrameworkCore;
using Sweet.Domain.Enrollments;
using Sweet.Domain.Messages;
using Sweet.Domain.Orders;
using Sweet.Web.Data;
using Sweet.Web.Email.Letters;

namespace Sweet.Web.Email;

/// <summary>
/// How many emails somebody gets because anybody typed their address: counted by address, over all kinds, networks and
/// instances. What tells of a paid seat, or of one whose address is proven, is neither limited nor counted.
/// </summary>
public sealed class MailLimits(SweetDbContext db)
{
    public const int ToUnproven = 2;
    public const int ToProven = 10;

    private static readonly TimeSpan Window = TimeSpan.FromDays(1);

    /// <returns>The key by which the letter is counted; null if it is not.</returns>
    public static string? KeyOf(Letter letter, Addressee to)
    {
        // A payment that failed, or that a bank works on, costs nobody anything yet; only a paid seat is transferred.
        var isOfStranger = letter.Enrollment is { AddressProvenAtUtc: null, ConfirmedAtUtc: null, TransferredFromId: null } enrollment
            && enrollment.Order.Payments.All(p => p.Status is PaymentStatus.Processing or PaymentStatus.Failed);
        if (to.Recipient == Recipient.Staff || letter.IsTypedByStaff || !(letter.AnybodyMayCauseIt || isOfStranger)) return null;

        return EmailAddress.Read(to.Address, out _)?.Key ?? to.Address;
    }

    /// <summary>The emails that count toward the limit of an address.</summary>
    public static IQueryable<Message> CountedAt(SweetDbContext db, string key, DateTime nowUtc)
    {
        var earliest = nowUtc - Window;
        return db.Messages.Where(m => m.LimitKey == key && m.QueuedAtUtc > earliest);
    }

    /// <summary>Asked last: what was done is done, and only its email is not sent.</summary>
    /// <param name="counted">How many <see cref="CountedAt"/> finds; null: not known yet.</param>
    public async Task<bool> AreReached(string key, int? counted, DateTime nowUtc, CancellationToken ct)
    {
        var sent = (counted ?? await CountedAt(db, key, nowUtc).CountAsync(ct))
            + db.Messages.Local.Count(m => m.LimitKey == key && m.Id == 0);
        return sent >= ToUnproven && (sent >= ToProven || !await IsProven(key, ct));
    }

    private Task<bool> IsProven(string key, CancellationToken ct) =>
        db.Enrollments.AnyAsync(e => e.EmailKey == key && e.AddressProvenAtUtc != null, ct);
}
