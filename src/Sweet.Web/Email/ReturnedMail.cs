using Microsoft.EntityFrameworkCore;
using Sweet.Domain;
using Sweet.Domain.Cases;
using Sweet.Domain.Enrollments;
using Sweet.Domain.Messages;
using Sweet.Domain.Orders;
using Sweet.Web.Data;

namespace Sweet.Web.Email;

/// <summary>What follows from an email that does not reach its recipient. The caller saves.</summary>
public sealed class ReturnedMail(SweetDbContext db, Outbox outbox)
{
    /// <summary>Opens a case that staff are told of, once a message.</summary>
    /// <remarks>
    /// Not for an email to staff itself, which would write to staff about it forever; and a stranger who types an address
    /// that does not exist into a form makes no work for anybody: the page of an unpaid seat says it, and what tells of a payment
    /// comes back again.
    /// </remarks>
    public async Task Report(Message message, DateTime nowUtc, CancellationToken ct)
    {
        var isRefusal = message.Status == MessageStatus.Failed;
        if (message.Recipient is Recipient.Staff or Recipient.Warned) return;

        var enrollmentId = message.EnrollmentId ?? await LatestOf(message, ct);
        if (enrollmentId is null && !isRefusal) return;

        var order = await db.Orders.Include(o => o.Enrollment).Include(o => o.Payments)
            .SingleOrDefaultAsync(o => o.EnrollmentId == enrollmentId, ct);
        if (order is not null && order.Enrollment.Email != message.ToAddress) return;

        if (order is { Payments.Count: 0, Enrollment: { AddressProvenAtUtc: null, ConfirmedAtUtc: null } }) return;

        // Another email to the same address tells staff nothing new; one that was too large is another matter.
        if (!message.IsTooLarge && order is not null && await HasOpenCase(order, ct)) return;

        await db.OpenOnce(SiteCases.Undelivered(message, order, nowUtc), outbox, ct);
    }

    /// <summary>Whether email to the enrollment's address has come back.</summary>
    public static Task<bool> Has(SweetDbContext db, Enrollment enrollment, CancellationToken ct) =>
        db.Messages.Returned().ToStudent(enrollment.Id, enrollment.Email).AnyAsync(ct);

    /// <summary>The address is another one now: there is nothing left to decide.</summary>
    public async Task Settle(Enrollment enrollment, Actor by, DateTime nowUtc, CancellationToken ct)
    {
        var open = await db.OpenCases.Include(c => c.Order!.Enrollment)
            .Where(c => c.Kind == OpenCaseKind.MessageFailed && c.ResolvedAtUtc == null && c.Order!.EnrollmentId == enrollment.Id)
            .ToListAsync(ct);
        foreach (var one in open) one.Resolve(CaseResolution.Noted, CaseReasons.AddressCorrected, by, nowUtc);
    }

    private async Task<bool> HasOpenCase(Order order, CancellationToken ct)
    {
        var open = await db.OpenCases.Where(c => c.Kind == OpenCaseKind.MessageFailed && c.ResolvedAtUtc == null && c.OrderId == order.Id)
            .ToListAsync(ct);
        return open.Exists(c => !c.IsForSize);
    }

    // The links of several enrollments: the latest stands for them.
    private async Task<int?> LatestOf(Message message, CancellationToken ct) =>
        message.Recipient != Recipient.Student ? null : await db.Enrollments.Where(e => e.Email == message.ToAddress)
            .OrderByDescending(e => e.Id).Select(e => (int?)e.Id).FirstOrDefaultAsync(ct);
}
