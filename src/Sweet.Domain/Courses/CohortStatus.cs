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

    Upcoming,
    Open,
    Full,

    Closed,
    Running,
    Past,
    Cancelled,
}
