namespace Sweet.Domain.Messages;

/// <summary>An email to staff that is sent once more, word for word. What goes to students is sent again on their page.</summary>
public static class StaffResending
{
    /// <summary>Why it is not sent again, or null.</summary>
    public static StaffResendingRefusal? StaffResendingRefusal(this Message message) =>
        message.Recipient != Recipient.Staff ? Messages.StaffResendingRefusal.NotToStaff
        : !message.HasComeBack ? Messages.StaffResendingRefusal.HasNotComeBack
        : null;

    /// <param name="fact">Names this sending: a button pressed twice sends once.</param>
    /// <exception cref="InvalidOperationException"><see cref="StaffResendingRefusal"/> gives a reason; ask first.</exception>
    public static (Message Message, HistoryEntry History) SendAgain(this Message message, string fact, Actor by, DateTime nowUtc)
    {
        if (message.StaffResendingRefusal() is { } reason) throw new InvalidOperationException($"Not sent again: {reason}.");

        var again = new Message(
            message.Kind, fact, new Addressee(message.Recipient, message.ToAddress, message.ToName),
            new MessageBody(message.Subject, message.Html, message.Text, message.Calendar, message.UnsubscribeUrl), nowUtc)
        {
            EnrollmentId = message.EnrollmentId,
            LinkTokens = message.LinkTokens,
            Standing = message.Standing,
            Urgency = Urgency.Awaited,
        };
        return (again, new HistoryEntry($"Email {message.Id}", $"{message.Status}", "sent again", by, nowUtc, message.Kind));
    }
}

public enum StaffResendingRefusal
{
    NotToStaff,

    /// <summary>It waits, has left, or is withheld.</summary>
    HasNotComeBack,

    /// <summary>By a press just before this one.</summary>
    SentJustNow,
}
