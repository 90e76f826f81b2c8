using Microsoft.EntityFrameworkCore;
using Sweet.Domain;
using Sweet.Domain.Enrollments;
using Sweet.Domain.Messages;
using Sweet.Domain.Orders;
using Sweet.Web.Data;
using Sweet.Web.Features.StripeWebhooks;

namespace Sweet.Web.Email;

/// <summary>What follows from a mail that does not reach its recipient. The caller saves.</summary>
public sealed class ReturnedMail(SweetDbContext db, Outbox outbox)
{
    /// <summary>Opens a case that staff are told of, once a message.</summary>
    /// <remarks>
    /// Not for a mail to staff itself, which would write to staff about it for ever; and a stranger who types an address
    /// that does not exist into a form makes no work for anybody.
    /// </remarks>
    public async Task Report(Message message, DateTime nowUtc, CancellationToken ct)
    {
        var isRefusal = message.Status == MessageStatus.Failed;
        if (message.Kind is MessageKind.StaffNotice or MessageKind.EmailChangeNotice || (message.EnrollmentId is null && !isRefusal)) return;

        var order = await db.Orders.Include(o => o.Enrollment).SingleOrDefaultAsync(o => o.EnrollmentId == message.EnrollmentId, ct);
        if (order is not null && order.Enrollment.Email != message.ToAddress) return;

        var details = isRefusal
            ? $"The mail {message.Kind} was not delivered after {message.Attempts} attempts."
            : $"The mail {message.Kind} came back ({message.Status}): the address may be wrong.";
        await db.OpenOnce(new OpenCase(OpenCaseKind.MessageFailed, SubjectOf(message), details, order, nowUtc), outbox, ct);
    }

    /// <summary>Whether mail to the enrollment's address has come back.</summary>
    public static Task<bool> Has(SweetDbContext db, Enrollment enrollment, CancellationToken ct) =>
        db.Messages.Returned().AnyAsync(m => m.EnrollmentId == enrollment.Id && m.ToAddress == enrollment.Email, ct);

    /// <summary>The address is another one now: there is nothing left to decide.</summary>
    public async Task Settle(Enrollment enrollment, Actor by, DateTime nowUtc, CancellationToken ct)
    {
        var open = await db.OpenCases.Include(c => c.Order!.Enrollment)
            .Where(c => c.Kind == OpenCaseKind.MessageFailed && c.ResolvedAtUtc == null && c.Order!.EnrollmentId == enrollment.Id).ToListAsync(ct);
        foreach (var one in open) one.Resolve(CaseResolution.Noted, "The student corrected the address, and what had come back was sent there.", by, nowUtc);
    }

    private static string SubjectOf(Message message) => $"message {message.Id}";
}
