using Sweet.Domain.Enrollments;

namespace Sweet.Web.Features.Students.EmailChanges;

/// <summary>
/// Behind the link that the new address gets. It says nothing of the student: a slip in the address may have led it
/// to somebody else.
/// </summary>
public sealed record EmailChangePage(string Token, EmailChangeState State, string Address, string CourseTitle)
{
    public static EmailChangePage Of(EmailChange? change, string token, DateTime nowUtc)
    {
        var state = change is { MadeAtUtc: not null, ReversedAtUtc: null } && change.Enrollment.Email == change.Email
            ? EmailChangeState.Made
            : change?.IsOpenAt(nowUtc) == true ? EmailChangeState.Open
            : EmailChangeState.Over;
        return new EmailChangePage(token, state, EmailAddress.Shown(change?.Email ?? ""), change?.Enrollment.Cohort.Course.Title ?? "");
    }

    /// <summary>What stood against it when the button was pressed, or null.</summary>
    public string? Problem { get; init; }
}

public enum EmailChangeState
{
    Open,
    Made,

    /// <summary>Too late, replaced by a newer request, taken back, or never there.</summary>
    Over,
}
