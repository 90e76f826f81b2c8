using System.Linq.Expressions;

namespace Sweet.Domain.Messages;

/// <summary>Told from a wrong address by what other mail servers say: in memory and in the database by one expression.</summary>
internal static class ReturnedForSize
{
    /// <summary>The codes are those of RFC 3463. In two cases of letters, since one of the databases tells them apart.</summary>
    private static readonly string[] Words = ["5.2.3", "5.3.4", "message size", "Message size", "too large", "too big"];

    public static readonly Expression<Func<Message, bool>> IsNot = message =>
        !((message.Status == MessageStatus.Bounced || message.Status == MessageStatus.Dropped)
            && message.Failure != null && Words.Any(word => message.Failure.Contains(word)));

    private static readonly Func<Message, bool> IsNotInMemory = IsNot.Compile();

    public static bool Is(Message message) => !IsNotInMemory(message);
}
