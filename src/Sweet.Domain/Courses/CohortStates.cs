namespace Sweet.Domain.Courses;

/// <summary>Opening, completing and canceling; closing is <see cref="Cohort.Close"/>.</summary>
public static class CohortStates
{
    /// <summary>What is still missing before staff open it; empty if nothing is.</summary>
    /// <remarks><see cref="Cohort.Open"/> insists on what a registration cannot do without.</remarks>
    /// <param name="cohort">With course and class meetings.</param>
    public static IReadOnlyList<OpeningGap> OpeningGaps(this Cohort cohort, DateTime nowUtc)
    {
        List<OpeningGap> gaps = [];
        if (cohort.Meetings.Count == 0) gaps.Add(OpeningGap.ClassMeetings);
        else if (cohort.LastClassEndsAtUtc <= nowUtc) gaps.Add(OpeningGap.ClassesAreOver);
        if (cohort.RegistrationClosesAtUtc == default) gaps.Add(OpeningGap.RegistrationWindow);
        else if (cohort.RegistrationClosesAtUtc <= nowUtc) gaps.Add(OpeningGap.RegistrationIsOver);
        if (cohort.Meetings.Any(m => m.JoinUrl is null)) gaps.Add(OpeningGap.JoinLink);
        if (cohort.Course.PublishedAtUtc is null) gaps.Add(OpeningGap.CourseIsDraft);
        return gaps;
    }

    public static bool CanOpen(this Cohort cohort) => cohort.Status is CohortStatus.Draft or CohortStatus.Closed;

    public static bool CanCompleteAt(this Cohort cohort, DateTime nowUtc) =>
        cohort.Status is CohortStatus.Open or CohortStatus.Closed && cohort.Meetings.Count > 0 && cohort.LastClassEndsAtUtc <= nowUtc;

    public static bool CanCancel(this Cohort cohort) => cohort.Status is not (CohortStatus.Completed or CohortStatus.Cancelled);

    /// <exception cref="InvalidOperationException"><see cref="CanCompleteAt"/> says no.</exception>
    public static void Complete(this Cohort cohort, Actor by, DateTime nowUtc)
    {
        if (!cohort.CanCompleteAt(nowUtc))
            throw new InvalidOperationException($"A cohort that is {cohort.Status} cannot be completed now.");

        cohort.Become(CohortStatus.Completed, by, nowUtc);
    }
}

public enum OpeningGap
{
    ClassMeetings,
    ClassesAreOver,
    RegistrationWindow,
    RegistrationIsOver,
    JoinLink,
    CourseIsDraft,
}
