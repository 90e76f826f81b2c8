namespace Sweet.Domain.Settlements;

public static class StripeEventHistory
{
    /// <summary>Staff had the object looked at once more. What changed by it stands in the history of its enrollment.</summary>
    public static HistoryEntry ProcessedAgain(this StripeEvent taken, Actor by, DateTime nowUtc) =>
        new(SubjectOf(taken.Id), taken.Outcome, "processed again", by, nowUtc, $"{taken.Type} {taken.ObjectId}");

    public static string SubjectOf(int id) => $"Stripe event {id}";
}
