namespace Sweet.Domain.Messages;

/// <summary>The first goes first, so that a backlog never delays a confirmation. Stored as a number, which orders the queue.</summary>
public enum Urgency
{
    Confirmation,

    /// <summary>Somebody has just done something, and looks for it in their email.</summary>
    Awaited,

    News,
}
