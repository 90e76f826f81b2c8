namespace Sweet.Web.Email.Delivery;

/// <summary>What came of one attempt to hand a message to SendGrid.</summary>
public abstract record SendAnswer;

/// <param name="ProviderId">SendGrid's id of the email.</param>
public sealed record Accepted(string? ProviderId) : SendAnswer;

/// <summary>The message is at fault: the same again would be refused again.</summary>
public sealed record Rejected(string Reason) : SendAnswer;

/// <summary>SendGrid is at fault, or did not answer.</summary>
public sealed record NotTaken(string Reason) : SendAnswer;

/// <param name="UntilUtc">When SendGrid takes emails again, as it says.</param>
public sealed record RateLimited(string Reason, DateTime UntilUtc) : SendAnswer;

/// <summary>We are at fault (key, sender): nothing leaves until a person has mended it.</summary>
public sealed record LockedOut(string Reason) : SendAnswer;

/// <summary>A test system does not write to this address.</summary>
public sealed record Withheld : SendAnswer;
