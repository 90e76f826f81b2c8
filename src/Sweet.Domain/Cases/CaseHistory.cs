namespace Sweet.Domain.Cases;

/// <summary>The history of a case that no order claims; that of the others stands with their enrollment.</summary>
public static class CaseHistory
{
    public static HistoryEntry Entry(OpenCase resolved, Actor by, DateTime nowUtc) =>
        new($"Case {resolved.Id}", resolved.Kind.ToString(), resolved.Resolution.ToString()!, by, nowUtc, resolved.Reason);
}
