using Sweet.Domain.Enrollments;

namespace Sweet.Web.Features.Students.EmailChangeReversals;

/// <summary>Behind the link that the old address gets. It names that address, and nothing else of the enrollment.</summary>
public sealed record EmailChangeReversalPage(string Token, EmailChangeReversalState State, string Address, string CourseTitle)
{
    public static EmailChangeReversalPage Of(EmailChange? change, string token, DateTime nowUtc)
    {
        var state = change is { ReversedAtUtc: not null, EndedAtUtc: null } && change.Enrollment.Email == change.OldEmail
            ? EmailChangeReversalState.Done
            : change?.IsReversibleAt(nowUtc) == true ? EmailChangeReversalState.Open
            : EmailChangeReversalState.Over;
        return new EmailChangeReversalPage(
            token, state, EmailAddress.Shown(change?.OldEmail ?? ""), change?.Enrollment.Cohort.Course.Title ?? "");
    }

    /// <summary>What stood against it when the button was pressed, or null.</summary>
    public string? Problem { get; init; }
}

public enum EmailChangeReversalState
{
    Open,
    Done,

    /// <summary>Too late, or the reversal of an earlier change has done it already; or it was never there.</summary>
    Over,
}
