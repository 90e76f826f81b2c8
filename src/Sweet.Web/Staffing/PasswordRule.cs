namespace Sweet.Web.Staffing;

/// <summary>Long, of any signs, and not what somebody would guess.</summary>
public static class PasswordRule
{
    public const int MinLength = 12;
    public const int MaxLength = 128;

    public const string Hint = "At least 12 characters of any kind. A few words that do not belong together are easy to remember.";

    /// <summary>Of zxcvbn's 0 to 4. Everything among the most common passwords is below.</summary>
    private const int LeastScore = 3;

    // zxcvbn takes minutes for texts of thousands of signs; what stands in the first hundred decides.
    private const int LookedAt = 100;

    private static readonly string[] WordsOfTheSite =
        ["sweet", "institute", "sweetinstitute", "course", "cohort", "registrar", "enrollment"];

    /// <param name="own">Name and address of whose it is to be.</param>
    /// <returns>Why the password will not do, as a sentence; null if it will.</returns>
    public static string? RefusalFor(string password, params IEnumerable<string> own)
    {
        if (password.Length < MinLength) return $"Use at least {MinLength} characters";
        if (password.Length > MaxLength) return $"Shorten the password to {MaxLength} characters";

        var result = new Zxcvbn.Zxcvbn().EvaluatePassword(
            password[..Math.Min(password.Length, LookedAt)], [.. WordsOfTheSite, .. own.SelectMany(PartsOf)]);
        return result.Score < LeastScore
            ? "This password could be guessed: it is common, follows a pattern, or is made of your own words or ours. Choose another one"
            : null;
    }

    private static IEnumerable<string> PartsOf(string text) =>
        text.Split([' ', '@', '.', '-', '_', '+'], StringSplitOptions.RemoveEmptyEntries).Append(text)
            .Select(part => part.ToLowerInvariant());
}
