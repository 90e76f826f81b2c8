namespace Sweet.Domain.Messages;

public static class MessageQueries
{
    /// <summary>Those whose time has come, claimed or not: whether a claim still holds is not a question of the time of day.</summary>
    public static IQueryable<Message> DueAt(this IQueryable<Message> messages, DateTime nowUtc) =>
        messages.Where(m => m.Status == MessageStatus.Queued && m.NextAttemptAtUtc <= nowUtc);

    /// <summary>Those whose address may be wrong: what could not be sent, or was too large, tells nothing of it.</summary>
    public static IQueryable<Message> Returned(this IQueryable<Message> messages) =>
        messages.Where(m =>
            (m.Status == MessageStatus.Failed && m.Failure!.Contains(Message.RecipientField))
            || m.Status == MessageStatus.Bounced || m.Status == MessageStatus.Dropped)
            .Where(ReturnedForSize.IsNot);

    /// <summary>What was written to the address that an enrollment has: about it alone, or with the links of all of the address.</summary>
    public static IQueryable<Message> ToStudent(this IQueryable<Message> messages, int enrollmentId, string email) =>
        messages.Where(m => m.ToAddress == email
            && (m.EnrollmentId == enrollmentId || (m.EnrollmentId == null && m.Recipient == Recipient.Student)));

    /// <summary>All that was written to a student, at whatever address: about the enrollment, or with all links of the address.</summary>
    public static IQueryable<Message> OfStudent(this IQueryable<Message> messages, int enrollmentId, string email) =>
        messages.Where(m => m.Recipient != Recipient.Staff)
            .Where(m => m.EnrollmentId == enrollmentId
                || (m.EnrollmentId == null && m.Recipient == Recipient.Student && m.ToAddress == email));

    /// <summary>Of the same urgency, the one that has waited longest.</summary>
    public static IQueryable<Message> MostUrgentFirst(this IQueryable<Message> messages) =>
        messages.OrderBy(m => m.Urgency).ThenBy(m => m.NextAttemptAtUtc).ThenBy(m => m.Id);
}
