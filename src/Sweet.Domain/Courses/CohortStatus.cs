namespace Sweet.Domain.Courses;

public enum CohortStatus
{
    Draft,
    Open,
    Closed,
    Completed,
    Cancelled,
}

/// <summary>What a cohort is to a visitor at a moment; computed, never stored.</summary>
public enum CohortPhase
{
    Draft,

    /// <summary>Registration has not opened yet.</summary>
    Upcoming,
    Open,
    Full,

    /// <summary>Registration is over, the first class is still to come.</summary>
    Closed,
    Running,
    Past,
    Cancelled,
}
