using Sweet.Domain.Enrollments;

namespace Sweet.Web.Features.Shared;

/// <summary>How to mend an address that no mail can reach; one switch for all forms that ask for one.</summary>
public static class EmailText
{
    /// <summary>Null if mail can reach it, or nothing was typed: that is for the required rule to say.</summary>
    public static string? ProblemOf(string? typed)
    {
        EmailAddress.Read(typed, out var problem);
        return problem switch
        {
            EmailProblem.Malformed => "Write the address with an @, like name@example.com",
            EmailProblem.NotAsciiBeforeAt => "Use an address with plain letters before the @: our mail service cannot reach others",
            _ => null,
        };
    }
}
