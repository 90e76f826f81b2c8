using System.ComponentModel.DataAnnotations;
using Sweet.Domain.Enrollments;

namespace Sweet.Web.Features.Shared;

/// <summary>An address that email can reach; the message says how to mend it. An empty one is for the required rule.</summary>
/// <remarks>
/// One that looks like a slip ("gmial.com") is refused once: the form comes back with the address in
/// <see cref="IAsksForAddress.KeptEmail"/>, and sent again as it is, it is taken.
/// </remarks>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ReachableAddressAttribute : ValidationAttribute
{
    protected override ValidationResult? IsValid(object? value, ValidationContext validationContext)
    {
        var kept = (validationContext.ObjectInstance as IAsksForAddress)?.KeptEmail;
        return ProblemOf(value as string, kept) is { } problem
            ? new ValidationResult(problem, [validationContext.MemberName!])
            : ValidationResult.Success;
    }

    private static string? ProblemOf(string? typed, string? kept)
    {
        var text = typed?.Trim() ?? "";
        var email = EmailAddress.Read(text, out var problem);
        return problem switch
        {
            EmailProblem.Malformed => MistakeIn(text),
            EmailProblem.NotAsciiBeforeAt => "Use an address with plain letters before the @: our email service cannot reach others",
            EmailProblem.Missing => null,
            _ => text == kept?.Trim() ? null : SlipIn(email!),
        };
    }

    private static string? SlipIn(EmailAddress email) =>
        LikelyDomain.For(email.Text[(email.Text.IndexOf('@', StringComparison.Ordinal) + 1)..]) is { } likely
            ? $"Did you mean {email.Text[..email.Text.IndexOf('@', StringComparison.Ordinal)]}@{likely}? Correct the address, "
                + "or send the form again to use it as you typed it"
            : null;

    private static string MistakeIn(string text)
    {
        var ats = text.Count(c => c == '@');
        var at = text.LastIndexOf('@');
        var (local, domain) = at < 0 ? (text, "") : (text[..at], text[(at + 1)..]);
        return text.AsSpan().ContainsAny('<', '>', ':') || text.Contains('"', StringComparison.Ordinal)
                ? "Enter only the address, without a name or brackets, like name@example.com"
            : ats == 1 && domain.Contains(',', StringComparison.Ordinal) && !domain.Any(char.IsWhiteSpace)
                ? "Put a dot after the @ where the comma is, like name@example.com"
            : text.AsSpan().ContainsAny(',', ';') ? "Enter only one email address, like name@example.com"
            : ats == 0 ? "Enter the address with an @, like name@example.com"
            : text.Any(char.IsWhiteSpace) ? "Remove the space: an email address has none"
            : ats > 1 ? "Remove all but one @: an email address has one"
            : local.Length == 0 ? "Add what comes before the @, like name@example.com"
            : domain.Length == 0 ? "Add what comes after the @, like name@example.com"
            : text.Contains("..", StringComparison.Ordinal) ? "Remove one of the two dots in a row"
            : local[0] == '.' || local[^1] == '.' ? "Remove the dot at the start of the address or before the @"
            : domain[0] == '.' || domain[^1] == '.' ? "Remove the dot after the @ or at the end of the address"
            : !domain.Contains('.', StringComparison.Ordinal) ? $"Add the ending after “{domain}”, such as .com or .org"
            : "Check the address for characters that don’t belong there: it should look like name@example.com";
    }
}

/// <summary>A form with a field for an email address.</summary>
public interface IAsksForAddress
{
    /// <summary>The address as it was typed when the form was last shown: whoever sends it again means it.</summary>
    string? KeptEmail { get; }
}
