using System.ComponentModel.DataAnnotations;
using Sweet.Domain.Enrollments;

namespace Sweet.Web.Features.Shared;

/// <summary>An address that mail can reach; the message says how to mend it. An empty one is for the required rule.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ReachableAddressAttribute : ValidationAttribute
{
    protected override ValidationResult? IsValid(object? value, ValidationContext validationContext) =>
        ProblemOf(value as string) is { } problem
            ? new ValidationResult(problem, [validationContext.MemberName!])
            : ValidationResult.Success;

    private static string? ProblemOf(string? typed)
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
