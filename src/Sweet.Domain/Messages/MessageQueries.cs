namespace Sweet.Domain.Messages;

public static class MessageQueries
{
    /// <summary>Those that a worker may claim now; the most urgent first, then the one that has waited longest.</summary>
    public static IQueryable<Message> DueAt(this IQueryable<Message> messages, DateTime nowUtc) =>
        messages
            .Where(m => m.Status == MessageStatus.Queued && m.NextAttemptAtUtc <= nowUtc && (m.LeasedUntilUtc == null || m.LeasedUntilUtc <= nowUtc))
            .OrderBy(m => m.Urgency).ThenBy(m => m.NextAttemptAtUtc).ThenBy(m => m.Id);
}
