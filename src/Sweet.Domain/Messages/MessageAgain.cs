using Sweet.Domain.Enrollments;

namespace Sweet.Domain.Messages;

/// <summary>An email that staff send once more, word for word.</summary>
public static class MessageAgain
{
    /// <summary>Why it is not sent again whatever else is so, or null. Whether it is still true is asked beside.</summary>
    /// <param name="email">The address that the enrollment has now.</param>
    public static ResendingRefusal? ResendingRefusalFor(this Message message, string email) =>
        message.Recipient != Recipient.Student ? ResendingRefusal.NotToStudent
        : message.ToAddress != email ? ResendingRefusal.AddressChanged
        : message.Status is MessageStatus.Queued ? ResendingRefusal.OnItsWay
        : message.Status is MessageStatus.Withheld ? ResendingRefusal.Withheld
        : null;

    /// <param name="fact">Names this sending: a button pressed twice sends once.</param>
    /// <exception cref="InvalidOperationException"><see cref="ResendingRefusalFor"/> gives a reason; ask first.</exception>
    public static Message SendAgain(this Enrollment enrollment, Message message, string fact, Actor by, DateTime nowUtc)
    {
        if (message.ResendingRefusalFor(enrollment.Email) is { } reason) throw new InvalidOperationException($"Not sent again: {reason}.");

        enrollment.Record($"Message {message.Id}", null, "Sent again", by, nowUtc, message.Kind);
        var to = new Addressee(message.Recipient, message.ToAddress, message.ToName);
        var body = new MessageBody(message.Subject, message.Html, message.Text, message.Calendar, message.UnsubscribeUrl);
        return new Message(message.Kind, fact, to, body, nowUtc)
        {
            EnrollmentId = message.EnrollmentId,
            LinkTokens = message.LinkTokens,
            Standing = message.Standing,
            Urgency = Urgency.Awaited,
        };
    }
}

public enum ResendingRefusal
{
    /// <summary>It went to somebody else than the student: a former address, or one that was only asked for.</summary>
    NotToStudent,
    AddressChanged,
    OnItsWay,
    Withheld,
}
