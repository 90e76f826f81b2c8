namespace Sweet.Domain.Persons;

/// <summary>Which values of a row of the history go when its person is erased. The row itself stays: when, who, and of what kind.</summary>
public static class PersonalHistory
{
    // Their values are states and numbers. Whatever is not named here may hold what somebody typed, and goes.
    private static readonly HashSet<string> States = new(StringComparer.Ordinal)
    {
        "Enrollment", "Checkout", "Payment", "Refund", "Dispute", "Case", "Money", "Links", "Address", "Message", "Note", "Transfer",
        "Waitlist", "Place", "Invoice", "By", Erasure.Subject,
    };

    /// <summary>Before and after.</summary>
    public static bool HasPersonalValues(this HistoryEntry entry) => !States.Contains(entry.Subject.Split(' ', 2)[0]);

    /// <summary>A reason in the words of staff. What the site notes itself is a word of its own, or of a bank.</summary>
    public static bool HasPersonalNote(this HistoryEntry entry) =>
        entry is { ActorKind: ActorKind.Staff, Note: not null } && entry.Subject != Erasure.Subject;
}
