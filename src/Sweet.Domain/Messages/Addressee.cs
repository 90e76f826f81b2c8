namespace Sweet.Domain.Messages;

/// <summary>Where a message goes.</summary>
public sealed record Addressee(Recipient Recipient, string Address, string? Name = null);

/// <summary>As what somebody gets a message; what follows from its return depends on it.</summary>
public enum Recipient
{
    /// <summary>At the address that the enrollment has: what comes back does not reach the student.</summary>
    Student,

    /// <summary>At an address that somebody typed; it may be a stranger's.</summary>
    Asker,

    /// <summary>At an address that an enrollment leaves or has left, so that a theft is noticed: a return is no news.</summary>
    Warned,

    Staff,
}
